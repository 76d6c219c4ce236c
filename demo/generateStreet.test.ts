import { collections } from '../cloudfunctions/kernel/collections'
import { type DemoStreet, generateStreet } from './generateStreet'
import { smallStreet, wholeStreet } from './scale'
import { storedForm } from './storedForm'

const now = Date.UTC(2026, 10, 23, 2)
const options = { seed: 1, now, pepper: 'test-pepper' }
const street = generateStreet(options)

const ids = (documents: readonly { _id: string }[]) => new Set(documents.map(({ _id }) => _id))
const missing = (wanted: readonly (string | undefined)[], from: ReadonlySet<string>) =>
  wanted.filter(id => id !== undefined && !from.has(id))

it('makes the same street for the same seed and end, and another for another seed', () => {
  const small = { ...options, scale: smallStreet }
  const first = JSON.stringify({ ...generateStreet(small), files: undefined })
  expect(JSON.stringify({ ...generateStreet(small), files: undefined })).toBe(first)
  expect(JSON.stringify({ ...generateStreet({ ...small, seed: 2 }), files: undefined })).not.toBe(first)
})

it('has the size it promises', () => {
  const kinds = (kind: string) => street.areas.filter(area => area.kind === kind).length
  expect(['street', 'community', 'block', 'grid', 'redGrid'].map(kinds)).toEqual([1, 10, 59, 300, 238])
  expect(street.requests.length).toBeGreaterThan(wholeStreet.requests)
  expect(street.topics).toHaveLength(wholeStreet.topics)
  expect(street.councils).toHaveLength(59)
  expect(street.people.length).toBeGreaterThan(wholeStreet.residents)
})

it('settles about as much as 观澜 does, and leaves some overdue and some waiting', () => {
  const { requests } = street
  const share = (statuses: string[]) =>
    requests.filter(({ status }) => statuses.includes(status)).length / requests.length
  expect(share(['resolved', 'confirmed', 'closedNoAnswer'])).toBeGreaterThan(0.94)
  expect(share(['resolved', 'confirmed', 'closedNoAnswer'])).toBeLessThan(0.985)
  expect(share(['resolved'])).toBeGreaterThan(0)
  const running = (request: (typeof requests)[number]) =>
    Object.values(request.clocks).some(
      ({ overdueAt, doneAt }) => overdueAt !== undefined && doneAt === undefined,
    )
  expect(requests.filter(running).length).toBeGreaterThan(2)
})

it.each(Object.keys(street).filter(name => name !== 'files') as Exclude<keyof DemoStreet, 'files'>[])(
  'writes %s as the functions read them, each under its own id',
  name => {
    const collection = collections.find(candidate => candidate.name === name)
    const documents = storedForm<{ _id: string }>(name, street[name])
    const results = documents.map(document => collection?.schema().safeParse(document))
    expect(results.filter(result => !result?.success)).toEqual([])
    expect(ids(street[name]).size).toBe(street[name].length)
  },
)

it('refers to nothing that is not there', () => {
  const areas = ids(street.areas)
  const people = ids(street.people)
  const topics = ids(street.topics)
  const requests = ids(street.requests)
  expect(
    missing(
      street.areas.flatMap(area => [area.parentId, ...area.path]),
      areas,
    ),
  ).toEqual([])
  expect(
    missing(
      street.posts.map(post => post.areaId),
      areas,
    ),
  ).toEqual([])
  expect(
    missing(
      street.posts.map(post => post.personId),
      people,
    ),
  ).toEqual([])
  expect(
    missing(
      street.people.flatMap(({ homeGridId, places = [] }) => [
        homeGridId,
        ...places.map(place => place.gridId),
      ]),
      areas,
    ),
  ).toEqual([])
  expect(
    missing(
      street.posts.map(({ officerId }) => officerId),
      ids(street.officers),
    ),
  ).toEqual([])
  expect(
    missing(
      street.leaves.flatMap(({ officerId, coverId }) => [officerId, coverId]),
      ids(street.officers),
    ),
  ).toEqual([])
  expect(
    missing(
      street.places.map(({ gridId }) => gridId),
      areas,
    ),
  ).toEqual([])
  expect(
    missing(
      street.requests.flatMap(({ gridId, areaIds }) => [gridId, ...areaIds]),
      areas,
    ),
  ).toEqual([])
  expect(
    missing(
      street.requests.flatMap(request => [request.reporterId, request.assignee?.personId]),
      people,
    ),
  ).toEqual([])
  expect(
    missing(
      street.councils.flatMap(({ seats }) => seats.map(({ personId }) => personId)),
      people,
    ),
  ).toEqual([])
  expect(
    missing(
      street.topics.flatMap(({ requestIds }) => requestIds),
      requests,
    ),
  ).toEqual([])
  expect(
    missing(
      street.topics.map(({ councilId }) => councilId),
      ids(street.councils),
    ),
  ).toEqual([])
  expect(
    missing(
      street.ballots.map(({ topicId }) => topicId),
      topics,
    ),
  ).toEqual([])
  expect(
    missing(
      street.inbox.map(({ personId }) => personId),
      people,
    ),
  ).toEqual([])
  const linked = street.inbox.map(({ link }) => link.split('id=')[1])
  expect(missing(linked, new Set([...requests, ...topics]))).toEqual([])
})

it('has a file for every picture that was kept, and keeps every picture', () => {
  const pictures = street.requests.flatMap(({ photos, events, files }) =>
    [...photos, ...events.flatMap(event => event.photos ?? [])].map(({ id }) => files[id]),
  )
  expect(pictures.length).toBeGreaterThan(300)
  for (const file of pictures) {
    const path = file && 'fileId' in file ? file.fileId.replace('cloud://linge-demo/', '') : ''
    expect(street.files.get(path)?.subarray(1, 4).toString()).toBe('PNG')
  }
})

it('gives every grid somebody: its member, one who stands in, or the lead of its 街区', () => {
  const living = street.posts.filter(({ from, to }) => from <= now && (to === undefined || now < to))
  const held = (kind: string, id: string | undefined) =>
    living.filter(post => post.kind === kind && post.areaId === id).length
  const grids = street.areas.filter(({ kind }) => kind === 'grid')
  expect(street.leaves.some(leave => leave.coverId)).toBe(true)
  expect(street.leaves.some(leave => !leave.coverId)).toBe(true)
  for (const { _id, parentId } of grids) {
    expect(held('gridMember', _id)).toBeLessThanOrEqual(1)
    expect(held('blockLead', parentId)).toBe(1)
  }
})

it('publishes only phone numbers that nobody can have', () => {
  for (const phone of [
    ...street.posts.map(post => post.workPhone),
    ...street.areas.map(area => area.dutyPhone),
  ]) {
    expect(phone ?? '0755-00000000').toMatch(/^0755-0000\d{4}$/)
  }
})
