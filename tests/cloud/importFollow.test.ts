import { accountService } from '../../contract/account'
import { councilService } from '../../contract/council'
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

const keepPlace = (name: 'zhang' | 'li', label: string, gridId: string) =>
  street.as(name).ok(accountService, 'keepPlace', { label, gridId, token: tokens.next() })
const household = async (name: 'zhang' | 'li' | 'he' | 'wu') => {
  const { homeGridId, places = [] } = (await street.find('people', { _id: street.id(name) }))[0] as never as {
    homeGridId?: string
    places?: { label: string; gridId: string }[]
  }
  return [homeGridId, ...places.map(({ gridId }) => gridId)]
}
const undo = async ({ id, version }: { id: string; version: number }) =>
  street.as('liu').ok(importService, 'undo', { id, version, text: '画错了', token: tokens.next() })

it('takes homes and family places along, shown before, and back after it is undone but for what was changed since', async () => {
  await keepPlace('zhang', '妈妈家', 'g-1')
  await keepPlace('zhang', '女儿家', 'g-2')
  await keepPlace('li', '奶奶家', 'g-1')
  const run = await redrawn()
  expect(run.totals).toMatchObject({ homes: 3, family: 2 })
  expect(await wholeList(street, run.id, 'moves', 'moved')).toContainEqual({
    what: 'family',
    from: '第一网格',
    to: '第二网格',
    count: 2,
    rule: '原来的撤销了，归到接管那块地方的',
  })
  const now = await applied(street, run)
  await minutes(1, 3)
  expect(await household('zhang')).toEqual(['g-2', 'g-2', 'g-2'])
  expect(await household('li')).toEqual(['g-2', 'g-2'])
  const told = async (words: RegExp) =>
    (await street.find('inbox', { personId: street.id('zhang') })).filter(line =>
      words.test(String(line.text)),
    )
  expect(await told(/“妈妈家”那里网格调整了/)).toHaveLength(1)
  // She says herself that this is where she lives; he chooses another place for his grandmother and back.
  await street.as('zhang').ok(accountService, 'setHome', { gridId: 'g-2', token: tokens.next() })
  const [, grandma] = (await street.as('li').ok(accountService, 'places', {})).places
  const [third] = (await street.find('areas', { code: 'N3' })) as never as { of: string }[]
  await street.as('li').ok(accountService, 'keepPlace', {
    placeId: grandma?.id ?? '',
    label: '奶奶家',
    gridId: third?.of ?? '',
    token: tokens.next(),
  })
  await undo(now)
  await minutes(4, 6)
  expect(await household('zhang')).toEqual(['g-2', 'g-1', 'g-2'])
  // What he chose is no more: its ground is the first grid's again.
  expect(await household('li')).toEqual(['g-2', 'g-1'])
  expect(await household('wu')).toEqual(['g-1'])
  expect(await told(/“妈妈家”那里网格又调回来了/)).toHaveLength(1)
  expect(await street.find('people', { 'moves.by': { $exists: true } })).toEqual([])
  await minutes(7, 8)
  expect(await told(/调回来了/)).toHaveLength(1)
})

/** Another block beside the first takes over both its grids; the first is no more. */
const merged = async () => {
  const file = await areaFeatures(street)
  const block = file.features.find(({ properties }) => properties['名称'] === '甲一街区')
  if (block) Object.assign(block.properties, { 内部编号: '', 编码: 'B2', 名称: '甲二街区' })
  for (const { properties } of file.features) if (properties['类型'] === '网格') properties['上级编码'] = 'B2'
  return dryRun(street, 'areas', 'geojson', file, { missing: 'end' })
}

it('has the council of a block that is no more go on for the one with most of its grids, and back after it is undone', async () => {
  const run = await merged()
  expect(run.totals).toMatchObject({ errors: 0, ended: 1, councils: 1, topics: 1 })
  const rule = '原来的撤销了，归到接管它大部分网格的'
  expect(await wholeList(street, run.id, 'moves', 'moved')).toEqual(
    expect.arrayContaining([
      { what: 'councils', from: '甲一街区', to: '甲二街区', count: 1, rule },
      { what: 'topics', from: '甲一街区', to: '甲二街区', count: 1, rule },
    ]),
  )
  const now = await applied(street, run)
  const [block] = (await street.find('areas', { code: 'B2' })) as never as { of: string }[]
  const council = async () => (await street.find('councils', {}))[0]
  const topic = async () => (await street.find('topics', {}))[0] as never as Record<string, unknown[]>
  const [was, asked] = [await council(), await topic()]
  await minutes(1, 3)
  expect(await council()).toMatchObject({ areaId: block?.of, seats: was?.seats })
  expect(await topic()).toMatchObject({
    areaId: block?.of,
    areaIds: ['s-1', 'c-1', block?.of],
    vote: asked.vote,
  })
  const { lines } = await street.as('zhang').ok(councilService, 'topics', {})
  expect(lines).toHaveLength(1)
  await undo(now)
  await minutes(4, 6)
  expect(await council()).toEqual({ ...was, moves: [] })
  expect(await topic()).toMatchObject({ areaId: 'b-1', areaIds: ['s-1', 'c-1', 'b-1'] })
  expect((await topic()).events?.filter(event => 'moved' in (event as object))).toHaveLength(2)
})

it('moves and returns each household once, however often the clock breaks off and runs beside itself', async () => {
  const crowd = Array.from({ length: 130 }, (_, n) => ({
    _id: `p-crowd-${String(n).padStart(3, '0')}`,
    v: 1,
    openid: `crowd-${n}`,
    homeGridId: n % 2 ? 'g-1' : 'g-2',
    places: [{ id: 'f-1', label: '妈妈家', gridId: n % 3 ? 'g-2' : 'g-1' }],
    seenAt: 0,
    createdAt: 0,
  }))
  await street.import('people', crowd)
  const all = async () =>
    (await street.find('people', { openid: { $regex: '^crowd-' } })).map(({ moves: _moves, ...rest }) => rest)
  const before = await all()
  const now = await applied(street, await redrawn())
  const broken = async (from: number) => {
    const rules = ['database.*'].map(action => ({ action, errorRate: 0.03, code: 'SYS_ERR' }))
    await setFaults(street.env, rules)
    for (let n = from; n < from + 5; n++) {
      await shiftClock(street.env, n * 61_000)
      await Promise.all([1, 2].map(() => runTimer(street.env, 'clock').catch(() => undefined)))
    }
    await setFaults(street.env, [])
    await minutes(from + 5, from + 7)
  }
  await broken(1)
  expect((await all()).every(person => JSON.stringify(person).includes('g-1') === false)).toBe(true)
  const told = await street.find('inbox', {
    text: { $regex: '网格调整了' },
    personId: { $regex: '^p-crowd' },
  })
  expect(told).toHaveLength(65 + 44)
  await undo(now)
  await broken(10)
  expect(await all()).toEqual(before)
  const back = await street.find('inbox', { text: { $regex: '调回来了' }, personId: { $regex: '^p-crowd' } })
  expect(back).toHaveLength(65 + 44)
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
