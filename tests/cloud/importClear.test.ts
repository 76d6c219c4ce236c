import { importService } from '../../contract/import'
import { areaService } from '../../contract/area'
import postKinds from '../../domain/policy/postKinds.json'
import { day, hour, minute } from '../../domain/time/china'
import { cloudUrl, runTimer, setFaults, shiftClock } from '../support/localCloud'
import { middleOf } from './exampleStreet'
import { advanced, applied, areaFeatures, dryRun, exported, wholeList } from './importing'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const liu = () => street.as('liu')

/** The clock once a minute, a while after now. */
const minutesAfter = async (later: number, count = 4) => {
  for (let n = 0; n < count; n++) {
    await shiftClock(street.env, later + n * (minute + 1000))
    await runTimer(street.env, 'clock')
  }
}

const renamed = async (name: string) => {
  const file = await areaFeatures(street)
  const grid = file.features.find(({ properties }) => properties['内部编号'] === 'g-1')
  if (grid) grid.properties['名称'] = name
  return applied(street, await dryRun(street, 'areas', 'geojson', file))
}
const versions = async (collection: string) =>
  [...new Set((await street.find(collection, {})).map(({ version }) => Number(version)))].sort(
    (a, b) => a - b,
  )
const undo = ({ id, version }: { id: string; version: number }) => ({
  id,
  version,
  text: '不要了',
  token: tokens.next(),
})
const runNow = async (id: string) => (await liu().ok(importService, 'read', { id })).run
/** The files that a run still has. */
const filesOf = async (id: string) => {
  const [run] = (await street.find('imports', { _id: id })) as never as Record<string, unknown>[]
  return { source: run?.source, report: run?.report, waste: run?.waste, parts: run?.parts }
}

it('keeps the version in force and two to go back to, and clears the others away', async () => {
  const runs = []
  for (const name of ['甲', '乙', '丙', '丁']) runs.push(await renamed(name))
  const places = await applied(
    street,
    await dryRun(street, 'places', 'csv', '类型,名称,网格编码\n楼栋,新楼,g-1\n'),
  )
  expect(await versions('areas')).toEqual([1, 2, 3, 4, 5])
  const kept = async () => (await liu().ok(importService, 'list', {})).kept
  expect(await kept()).toMatchObject({ undoable: 2, reportDays: 30, sourceDays: 7, exportMinutes: 10 })
  await minutesAfter(15 * minute, 5)
  expect(await versions('areas')).toEqual([3, 4, 5])
  const { clearedAt = 0, nextAt } = (await kept()) ?? {}
  expect(clearedAt).toBeGreaterThan(Date.now() + 10 * minute)
  expect(nextAt).toBe(clearedAt + 6 * hour)
  expect(await versions('places')).toEqual([1, 6])
  expect([await versions('posts'), await versions('officers')]).toEqual([[1], [1]])
  const [, second, third, fourth] = runs
  // The places came later and were checked against it: its screen says so instead of offering what is refused.
  expect(await runNow(fourth?.id ?? '')).toMatchObject({
    moves: [],
    stays: expect.stringContaining('后面那一次'),
  })
  await liu().ok(importService, 'undo', undo(places))
  expect((await runNow(fourth?.id ?? '')).moves).toEqual(['undo'])
  await liu().ok(importService, 'undo', undo(fourth as never))
  await liu().ok(importService, 'undo', undo(third as never))
  const { grid } = await street.as('stranger').ok(areaService, 'locate', { point: middleOf(1) })
  expect(grid?.name).toBe('乙')
  // What was before the second is gone: its screen offers nothing, and a call that tries is told so.
  expect((await runNow(second?.id ?? '')).moves).toEqual([])
  const gone = await liu().error('import.undo', undo((await runNow(second?.id ?? '')) as never))
  expect(gone).toMatchObject({ code: 'wrongState', message: expect.stringContaining('清理') })
  await minutesAfter(day)
  expect(await versions('areas')).toEqual([3])
  expect(await versions('places')).toEqual([1])
})

it('leaves what a check is compared with and what an import is writing, and clears that once they are over', async () => {
  for (const name of ['甲', '乙', '丙']) await renamed(name)
  const places = await dryRun(street, 'places', 'csv', '类型,名称,网格编码\n楼栋,新楼,g-1\n')
  const begun = await liu().ok(importService, 'apply', {
    id: places.id,
    version: places.version,
    token: tokens.next(),
  })
  // It has no number yet: nothing at all is cleared.
  await minutesAfter(15 * minute)
  expect(await versions('areas')).toEqual([1, 2, 3, 4])
  expect((await advanced(street, 'liu', begun.run)).state).toBe('applied')
  await minutesAfter(day)
  expect(await versions('areas')).toEqual([2, 3, 4])
  expect(await versions('places')).toEqual([1, 5])
})

it('gets there however often the clock breaks off', async () => {
  for (const name of ['甲', '乙', '丙', '丁']) await renamed(name)
  const rules = ['database.*', 'storage.*'].map(action => ({ action, errorRate: 0.1, code: 'SYS_ERR' }))
  await setFaults(street.env, rules)
  for (let n = 0; n < 8; n++) {
    await shiftClock(street.env, 15 * minute + n * 61_000)
    await Promise.all([1, 2].map(() => runTimer(street.env, 'clock').catch(() => undefined)))
  }
  await setFaults(street.env, [])
  await minutesAfter(day)
  expect(await versions('areas')).toEqual([3, 4, 5])
  expect(await street.find('areas', { version: 5 })).toHaveLength(5)
})

it('ends an undo that was cut off after the switch, and keeps what it took back until then', async () => {
  await renamed('甲')
  const pointer = async () => (await street.find('pointers', {}))[0]
  const state = async (id: string) => (await street.find('imports', { _id: id }))[0]?.state
  // Until one is cut off between the switch and the note of it.
  let run = await renamed('乙')
  let base = run.version
  for (let tries = 0; ; tries++) {
    expect(tries).toBeLessThan(40)
    const { target, base: before } = (await street.find('imports', { _id: run.id }))[0] as never as {
      target: number
      base: { areas: number }
    }
    base = before.areas
    await setFaults(street.env, [{ action: 'database.modifyDocument', errorRate: 0.4 }], tries)
    await liu()
      .ok(importService, 'undo', undo(run))
      .catch(() => undefined)
    await setFaults(street.env, [])
    if ((await state(run.id)) === 'undone') run = await renamed(`乙${tries}`)
    else if ((await pointer())?.areas === base) {
      expect(await versions('areas')).toContain(target)
      break
    }
  }
  // Pressing once more would end it too; nobody does.
  expect((await runNow(run.id)).moves).toEqual(['undo'])
  await minutesAfter(3 * minute, 3)
  expect(await runNow(run.id)).toMatchObject({ state: 'undone', follow: { done: true } })
  expect(await pointer()).toMatchObject({ areas: base })
})

it('ends what nobody came back to, and keeps neither its file nor the lines of its report for ever', async () => {
  const left = await dryRun(
    street,
    'officers',
    'csv',
    await exported(street, { kind: 'officers', format: 'csv' }),
  )
  expect(await wholeList(street, left.id, 'unchanged', 'rows')).not.toEqual([])
  const begun = await dryRun(street, 'places', 'csv', '类型,名称,网格编码\n楼栋,新楼,g-1\n')
  await liu().ok(importService, 'apply', { id: begun.id, version: begun.version, token: tokens.next() })
  await minutesAfter(minute, 2)
  expect(await filesOf(left.id)).toEqual({
    source: expect.any(String),
    report: expect.any(String),
    waste: undefined,
    parts: [],
  })
  await minutesAfter(8 * day)
  expect(await filesOf(left.id)).toEqual({ report: expect.any(String), parts: [] })
  const ended = await runNow(begun.id)
  expect(ended).toMatchObject({ state: 'outdated', moves: [], message: expect.stringContaining('重新上传') })
  await minutesAfter(40 * day)
  expect(await filesOf(left.id)).toEqual({ parts: [] })
  const answer = await liu().ok(importService, 'read', { id: left.id, list: 'unchanged' })
  expect(answer).toMatchObject({ rows: [], run: { reportCleared: true, totals: { errors: 0 } } })
  expect(await street.find('imports', { wakeAt: { $exists: true } })).toEqual([])
})

it('ends a switch that broke off before the pointer was turned', async () => {
  const { id } = await renamed('新名')
  const [[pointer], [run]] = await Promise.all([
    street.find('pointers', {}),
    street.find('imports', { _id: id }),
  ])
  await street.import('pointers', [{ ...pointer, areas: 1 }])
  const work = { step: 'flip', done: 0, of: 1 }
  const { follow: _follow, ...begun } = run as never as { follow?: object }
  await street.import('imports', [{ ...begun, state: 'applying', work, wakeAt: Date.now() }])
  await minutesAfter(minute, 1)
  expect((await street.find('pointers', {}))[0]).toMatchObject({ areas: 2 })
  expect(await runNow(id)).toMatchObject({ state: 'applied' })
})

describe('an export with private phones', () => {
  const input = () => ({ kind: 'officers' as const, format: 'csv' as const, token: tokens.next() })
  const fetched = (url: string) => fetch(new URL(url, cloudUrl()))

  it('is on record, and both its address and its file are gone after some minutes', async () => {
    const { url } = await liu().ok(importService, 'exportFile', input())
    expect((await fetched(url)).status).toBe(200)
    const [taken] = await street.find('handouts', {})
    expect(taken).toMatchObject({ by: '刘洋', kind: 'officers', phones: true, file: expect.any(String) })
    await liu().ok(importService, 'exportFile', { kind: 'areas', format: 'geojson', token: tokens.next() })
    expect((await liu().ok(importService, 'list', {})).exports).toMatchObject([
      { by: '刘洋', kind: 'areas', phones: false, rows: 5 },
      { by: '刘洋', kind: 'officers', phones: true },
    ])
    await minutesAfter(12 * minute, 1)
    expect((await fetched(url)).status).not.toBe(200)
    const [after] = await street.find('handouts', { kind: 'officers' })
    expect(after).not.toHaveProperty('file')
    expect(after).not.toHaveProperty('wakeAt')
    expect((await liu().ok(importService, 'list', {})).exports).toHaveLength(2)
  })

  it('sent twice is one, and is told to be gone when it is', async () => {
    const call = input()
    const first = await liu().ok(importService, 'exportFile', call)
    const second = await liu().ok(importService, 'exportFile', call)
    expect(second.rows).toBe(first.rows)
    expect((await fetched(second.url)).status).toBe(200)
    expect(await street.find('handouts', {})).toHaveLength(1)
    await minutesAfter(13 * minute, 1)
    expect(await liu().error('import.exportFile', call)).toMatchObject({
      code: 'wrongState',
      message: expect.stringContaining('重新导出'),
    })
  })

  it('has no column for them when its caller may not manage officers, and is on record without', async () => {
    // A street that lets its duty officer import, and leaves the staff to others.
    const body = {
      ...postKinds,
      id: 'postKinds:2',
      kinds: postKinds.kinds.map(kind => ({
        ...kind,
        permissions: kind.permissions.filter(
          permission => kind.id !== 'streetDuty' || permission !== 'officer.manage',
        ),
      })),
    }
    const [pointer] = await street.find('pointers', {})
    await street.import('policies', [{ _id: 'postKinds:2', v: 1, kind: 'postKinds', body, note: '' }])
    await street.import('pointers', [
      { ...pointer, policies: { ...(pointer?.policies as object), postKinds: 'postKinds:2' } },
    ])
    const table = new TextDecoder().decode(await exported(street, { kind: 'officers', format: 'csv' }))
    expect(table).toContain('陈志强')
    expect(table).not.toMatch(/个人手机|1380000/)
    expect((await street.find('handouts', {}))[0]).toMatchObject({ kind: 'officers', phones: false })
  })

  it('stops at a flood', async () => {
    const codes = new Set<string>()
    for (let n = 0; n < 22; n++) {
      const { reply } = await liu().raw({ action: 'import.exportFile', input: input(), v: 1 })
      codes.add(reply.ok ? 'ok' : reply.error.code)
    }
    expect([...codes]).toEqual(['ok', 'tooMany'])
  })
})
