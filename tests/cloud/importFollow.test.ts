import { accountService } from '../../contract/account'
import { importService } from '../../contract/import'
import { requestService } from '../../contract/request'
import { runTimer, setFaults, shiftClock } from '../support/localCloud'
import { middleOf } from './exampleStreet'
import { applied, areaFeatures, dryRun, square, wholeList } from './importing'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const text = '三单元楼道的灯坏了好几天了'
const report = (place: object) =>
  street.as('zhang').ok(requestService, 'submit', { text, place, photos: [], token: tokens.next() })

const minutes = async (from: number, to: number) => {
  for (let n = from; n <= to; n++) {
    await shiftClock(street.env, n * 61_000)
    await runTimer(street.env, 'clock')
  }
}

/** The ground of the first grid goes to the second, but for a strip in the west that becomes a grid of its own. */
const redrawn = async () => {
  const file = await areaFeatures(street)
  const second = file.features.find(({ properties }) => properties['名称'] === '第二网格')
  if (second) second.geometry = { type: 'Polygon', coordinates: square(0.2, 2) }
  file.features = file.features.filter(({ properties }) => properties['名称'] !== '第一网格')
  file.features.push({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: square(0, 0.2) },
    properties: { 编码: 'N3', 名称: '第三网格', 类型: '网格', 上级编码: 'b-1' },
  })
  return dryRun(street, 'areas', 'geojson', file, { missing: 'end' })
}

const gridsOf = async (...ids: string[]) =>
  Promise.all(
    ids.map(async id => (await street.find('requests', { _id: id }))[0] as never as { gridId: string }),
  )

it('shows who would move where before, moves each once after the switch, and back after it is undone', async () => {
  const west = { lng: middleOf(1).lng - 0.002, lat: middleOf(1).lat }
  const [byPoint, byGrid, stays] = await Promise.all([
    report({ point: west }),
    report({ gridId: 'g-1' }),
    report({ gridId: 'g-2' }),
  ])
  const ids = [byPoint, byGrid, stays].map(({ request }) => request.id)
  const run = await redrawn()
  expect(run.totals).toMatchObject({ added: 1, ended: 1, errors: 0, requests: 2, homes: 3 })
  expect(await wholeList(street, run.id, 'moves', 'moved')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ what: 'requests', from: '第一网格', to: '第三网格', count: 1 }),
      expect.objectContaining({ what: 'requests', from: '第一网格', to: '第二网格', count: 1 }),
      expect.objectContaining({ what: 'homes', from: '第一网格', to: '第二网格', count: 3 }),
    ]),
  )
  const now = await applied(street, run)
  await minutes(1, 3)
  const [third] = (await street.find('areas', { code: 'N3' })) as never as { of: string }[]
  expect((await gridsOf(...ids)).map(({ gridId }) => gridId)).toEqual([third?.of, 'g-2', 'g-2'])
  const { request } = await street.as('zhang').ok(requestService, 'read', { id: ids[1] ?? '' })
  expect(request.timeline.filter(({ kind }) => kind === 'rehomed')).toHaveLength(1)
  expect(request.handler?.name).toBe('周敏')
  expect((await street.as('zhang').ok(accountService, 'home', {})).home?.grid.id).toBe('g-2')
  const told = async (name: 'zhang' | 'zhou', words: RegExp) =>
    (await street.find('inbox', { personId: street.id(name) })).filter(line => words.test(String(line.text)))
  expect(await told('zhang', /网格调整/)).toHaveLength(1)
  expect(await told('zhou', /转到您这里/)).toHaveLength(1)
  const { run: followed } = await street.as('liu').ok(importService, 'read', { id: run.id })
  expect(followed.follow).toEqual({ moved: 5, done: true })

  const { id, version } = now
  const undo = { id, version, text: '画错了', token: tokens.next() }
  const first = await street.as('liu').ok(importService, 'undo', undo)
  expect(first.run).toMatchObject({
    state: 'undone',
    events: expect.arrayContaining([expect.objectContaining({ text: '撤销：画错了' })]),
  })
  // Sent twice it is undone once.
  expect((await street.as('liu').ok(importService, 'undo', undo)).run.version).toBe(first.run.version)
  await minutes(4, 6)
  expect((await gridsOf(...ids)).map(({ gridId }) => gridId)).toEqual(['g-1', 'g-1', 'g-2'])
})

it('moves each request once, however often the clock breaks off and runs beside itself', async () => {
  const reports = await Promise.all(Array.from({ length: 12 }, () => report({ gridId: 'g-1' })))
  await applied(street, await redrawn())
  const rules = ['database.*'].map(action => ({ action, errorRate: 0.05, code: 'SYS_ERR' }))
  await setFaults(street.env, rules)
  for (let n = 1; n <= 6; n++) {
    await shiftClock(street.env, n * 61_000)
    await Promise.all([1, 2].map(() => runTimer(street.env, 'clock').catch(() => undefined)))
  }
  await setFaults(street.env, [])
  await minutes(7, 9)
  for (const { request } of reports) {
    const [stored] = (await street.find('requests', { _id: request.id })) as never as {
      gridId: string
      events: { kind: string }[]
    }[]
    expect(stored?.gridId).toBe('g-2')
    expect(stored?.events.filter(({ kind }) => kind === 'rehomed')).toHaveLength(1)
  }
  const told = await street.find('inbox', { personId: street.id('zhou') })
  expect(told.filter(({ text: words }) => String(words).includes('转到您这里'))).toHaveLength(12)
})
