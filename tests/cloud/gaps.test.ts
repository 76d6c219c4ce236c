import { requestService } from '../../contract/request'
import { rosterService } from '../../contract/roster'
import { unbound } from '../../domain/roster/binding'
import { chinaDate, day, minute, startOfDay } from '../../domain/time/china'
import { runTimer, shiftClock } from '../support/localCloud'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

/** Sets the clock to some minutes after midnight in China, so many days from now, and lets the timer run. */
const nightRun = async (days: number, minutes = 3 * 60) => {
  const at = startOfDay(Date.now()) + days * day + minutes * minute
  await shiftClock(street.env, at - Date.now())
  await runTimer(street.env, 'clock')
}
const open = async () => (await street.find('gaps', {})).filter(({ openKey }) => openKey)
const told = async (name: Parameters<OpenStreet['id']>[0]) =>
  (await street.find('inbox', { personId: street.id(name), link: '/staff/roster/index' })).map(({ text }) =>
    String(text),
  )
const submit = () =>
  street.as('zhang').ok(requestService, 'submit', {
    text: '三单元楼道灯坏了几天了',
    place: { gridId: 'g-1' },
    photos: [],
    token: tokens.next(),
  })
/** Ends a post past the actions, as an import could. */
const ended = async (officerId: string) => {
  const found = await street.find('posts', { officerId })
  await street.import(
    'posts',
    found.map(post => ({ ...post, _id: String(post._id), to: Date.now() + minute })),
  )
}

it('finds nothing where everybody is there, and is done for the night after one run', async () => {
  await submit()
  await nightRun(1)
  expect(await street.find('gaps', {})).toEqual([])
  expect(await street.find('nights', {})).toMatchObject([{ stage: 'done', requests: 1 }])
})

it('waits for the night', async () => {
  await nightRun(1, 60)
  expect(await street.find('nights', {})).toEqual([])
})

it('opens a task for an area and its requests when the officer goes on leave and nobody stands in, once', async () => {
  await submit()
  const today = startOfDay(Date.now())
  const { leave } = await street
    .as('chen')
    .ok(rosterService, 'setLeave', { from: today, to: today + 5 * day, token: tokens.next() })
  const before = (await told('wang')).length
  for (const minutes of [180, 181, 182]) await nightRun(1, minutes)
  await nightRun(2)
  expect((await open()).map(({ kind, areaId, count }) => [kind, areaId, count ?? 0]).sort()).toEqual([
    ['area', 'g-1', 0],
    ['requests', 'g-1', 1],
  ])
  expect((await told('wang')).slice(before).length).toBe(2)
  expect(await told('wang')).toContain('第一网格现在没有人管，请安排')
  expect(await told('wang')).toContain('陈志强不在岗，第一网格有1件没办完的事要人接')
  const seen = await street.as('wang').ok(rosterService, 'read', {})
  expect(seen.staff?.gaps).toHaveLength(2)
  expect(seen.staff?.gaps[0]).toMatchObject({ task: '甲社区 社区值班员' })

  // A cover closes both with the next night; who looks before that is not bothered with what is mended.
  await street.as('wang').ok(rosterService, 'changeLeave', {
    ...{ id: leave.id, version: 1, from: leave.from, to: leave.to, coverId: 'o-zhou' },
    token: tokens.next(),
  })
  const mended = await street.as('wang').ok(rosterService, 'read', {})
  expect(mended.staff?.gaps.map(({ kind }) => kind)).not.toContain('area')
  await nightRun(3)
  expect(await open()).toEqual([])
  const all = await street.find('gaps', {})
  expect(all.map(({ events }) => (events as { kind: string }[]).map(({ kind }) => kind))).toEqual([
    ['opened', 'closed'],
    ['opened', 'closed'],
  ])
})

it('goes to the street when it is the community that nobody looks after', async () => {
  await ended('o-wang')
  await nightRun(1)
  expect((await open()).map(({ areaId }) => areaId)).toEqual(['c-1'])
  expect(await told('liu')).toEqual(['甲社区现在没有人管，请安排'])
})

it('counts somebody as reached who has no account but a phone that colleagues know', async () => {
  const [post] = await street.find('posts', { officerId: 'o-chen' })
  const { workPhone: _, ...bare } = post!
  await street.import('posts', [bare as { _id: string }])
  await street.import('bindings', [unbound('o-chen')])
  await nightRun(1)
  expect(await open()).toEqual([])
  const [officer] = await street.find('officers', { of: 'o-chen' })
  const { privatePhone: ___, ...unknown } = officer!
  await street.import('officers', [unknown as { _id: string }])
  await nightRun(2)
  expect((await open()).map(({ areaId }) => areaId)).toEqual(['g-1'])
})

it('does a part in each run when there is much, and all of it in the end', async () => {
  await submit()
  const [one] = await street.find('requests', {})
  const copies = await street.copies(String(one!._id), 230, n => ({
    mineOpenKey: `${String(one!.mineOpenKey)}-${n}`,
    openKey: undefined,
    wakeAt: undefined,
    assignee: { officerId: `o-gone-${n}`, name: `某${n}`, post: 'gridMember', areaId: 'g-1', since: 1 },
  }))
  await street.import('requests', copies)
  await nightRun(1)
  expect((await open()).length).toBe(100)
  await nightRun(1, 181)
  await nightRun(1, 182)
  expect((await open()).length).toBe(230)
  expect(new Set((await street.find('gaps', {})).map(({ _id }) => _id)).size).toBe(230)
  expect(chinaDate(startOfDay(Date.now())).minutes).toBe(0)
})

it('shows gaps to those in charge alone', async () => {
  await ended('o-wang')
  await nightRun(1)
  expect((await street.as('liu').ok(rosterService, 'read', {})).staff?.gaps).toHaveLength(1)
  expect((await street.as('chen').ok(rosterService, 'read', {})).staff).toBeUndefined()
})
