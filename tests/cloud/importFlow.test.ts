import { importService } from '../../contract/import'
import { day } from '../../domain/time/china'
import { setFaults, shiftClock, runTimer } from '../support/localCloud'
import type { Name } from './exampleStreet'
import { advanced, applied, dryRun, uploadAs, renamed } from './importing'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeEach(async () => {
  street = await openStreet()
})

const text = (table: string) => new TextEncoder().encode(table)

const pointer = async () => (await street.find('pointers', {}))[0]

const liu = () => street.as('liu')

it.each(['stranger', 'zhang', 'chen', 'lead', 'wang'] as const)('is not there for %s', async name => {
  const run = await dryRun(street, 'areas', 'geojson', await renamed(street, '新名'))
  const file = await uploadAs(street, name as Name, 'csv', text('姓名'))
  const token = tokens.next()
  const calls: [string, object][] = [
    ['template', { kind: 'officers', format: 'xlsx' }],
    ['start', { file, fileName: 'x.csv', kind: 'officers', token }],
    ['advance', { id: run.id, token }],
    ['read', { id: run.id }],
    ['list', {}],
    ['apply', { id: run.id, version: run.version, token }],
    ['recheck', { id: run.id, version: run.version, token }],
    ['undo', { id: run.id, version: run.version, text: '乱按', token }],
    ['exportFile', { kind: 'officers', format: 'csv', token }],
  ]
  for (const [action, input] of calls) {
    const { code } = await street.as(name).error(`import.${action}`, input)
    expect([action, code]).toEqual([action, 'notFound'])
  }
})

it('shows which dated figures in force have to be looked at, those out of range first', async () => {
  expect((await liu().ok(importService, 'list', {})).figures).toBeUndefined()
  const [one, two] = await Promise.all(['g-1', 'g-2'].map(of => street.find('areas', { of })))
  const [old, fresh] = [Date.now() - 400 * day, Date.now() - day]
  await street.import('areas', [
    { ...one![0], population: { count: 900, asOf: old } },
    { ...two![0], population: { count: 1501, asOf: fresh }, households: { count: 500, asOf: fresh } },
  ])
  const other = await openStreet()
  await other.import('areas', await street.find('areas', {}))
  expect((await other.as('liu').ok(importService, 'list', {})).figures).toEqual({
    count: 2,
    flags: [
      {
        ...{ area: { id: 'g-2', name: '第二网格', kind: 'grid' }, figure: 'population', why: 'high' },
        ...{ count: 1501, asOf: fresh, limit: 1500 },
      },
      {
        ...{ area: { id: 'g-1', name: '第一网格', kind: 'grid' }, figure: 'population', why: 'stale' },
        ...{ count: 900, asOf: old, limit: 365 },
      },
    ],
  })
})

it('is one run when the same upload is sent twice, and each answer is given again', async () => {
  const file = await uploadAs(street, 'liu', 'geojson', text(JSON.stringify(await renamed(street, '新名'))))
  const input = { file, fileName: '网格.geojson', kind: 'areas' as const }
  const first = await liu().ok(importService, 'start', { ...input, token: tokens.next() })
  const second = await liu().ok(importService, 'start', { ...input, token: tokens.next() })
  expect(second.run.id).toBe(first.run.id)
  const ready = await advanced(street, 'liu', first.run)
  const apply = { id: ready.id, version: ready.version, token: tokens.next() }
  const once = await liu().ok(importService, 'apply', apply)
  expect((await liu().ok(importService, 'apply', apply)).run.version).toBe(once.run.version)
  expect(await liu().error('import.apply', { ...apply, token: tokens.next() })).toMatchObject({
    code: 'conflict',
  })
  const done = await advanced(street, 'liu', once.run)
  expect(done.state).toBe('applied')
  expect((await liu().ok(importService, 'list', {})).runs).toMatchObject([{ id: ready.id, state: 'applied' }])
  expect(
    await liu().error('import.recheck', { ...apply, version: done.version, token: tokens.next() }),
  ).toMatchObject({
    code: 'wrongState',
  })
  expect(await street.find('areas', { version: 2 })).toHaveLength(5)
})

it('applies nothing when something else was changed since the dry run, and can be looked at again', async () => {
  const run = await dryRun(street, 'areas', 'geojson', await renamed(street, '新名'))
  const other = await dryRun(street, 'places', 'csv', '类型,名称,网格编码\n楼栋,新楼,g-1\n')
  await applied(street, other)
  const refused = await applied(street, run)
  expect(refused).toMatchObject({
    state: 'outdated',
    moves: ['recheck'],
    message: expect.stringContaining('重新核对'),
  })
  expect(await pointer()).toMatchObject({ areas: 1, places: 2 })
  const input = { id: run.id, version: refused.version, token: tokens.next() }
  const again = await liu().ok(importService, 'recheck', input)
  expect((await liu().ok(importService, 'recheck', input)).run.version).toBe(again.run.version)
  const ready = await advanced(street, 'liu', again.run)
  expect((await applied(street, ready)).state).toBe('applied')
  expect(await pointer()).toMatchObject({ areas: 3, places: 2 })
})

it('undoes the newest first, and never writes under a number twice', async () => {
  const first = await applied(street, await dryRun(street, 'areas', 'geojson', await renamed(street, '甲')))
  const second = await applied(street, await dryRun(street, 'areas', 'geojson', await renamed(street, '乙')))
  const undo = ({ id, version }: { id: string; version: number }) => ({
    id,
    version,
    text: '不要了',
    token: tokens.next(),
  })
  expect(await liu().error('import.undo', undo(first))).toMatchObject({
    code: 'wrongState',
    message: expect.stringContaining('后来'),
  })
  await liu().ok(importService, 'undo', undo(second))
  expect(await pointer()).toMatchObject({ areas: 2 })
  await liu().ok(importService, 'undo', undo(first))
  expect(await pointer()).toMatchObject({ areas: 1 })
  await applied(street, await dryRun(street, 'areas', 'geojson', await renamed(street, '丙')))
  expect(await pointer()).toMatchObject({ areas: 4, lastVersion: 4 })
})

it('goes on where it was when calls break off in the middle', async () => {
  const file = await uploadAs(
    street,
    'liu',
    'geojson',
    text(JSON.stringify(await renamed(street, '断断续续'))),
  )
  const { run } = await liu().ok(importService, 'start', {
    file,
    fileName: 'a.json',
    kind: 'areas',
    token: tokens.next(),
  })
  const advance = async () => {
    const { reply } = await liu().raw({
      action: 'import.advance',
      input: { id: run.id, token: tokens.next() },
      v: 1,
    })
    return reply.ok
  }
  // One in twelve requests to database and storage fails, so that each call ends somewhere else.
  const rules = ['database.*', 'storage.*'].map(action => ({ action, errorRate: 0.08, code: 'SYS_ERR' }))
  await setFaults(street.env, rules)
  let failed = 0
  const brokenTo = async (state: string) => {
    for (let n = 0; n < 200; n++) {
      if (!(await advance())) failed++
      const [now] = await street.find('imports', { _id: run.id })
      if (now?.state === state) return now
    }
    throw new Error(`never ${state}`)
  }
  const ready = await brokenTo('ready')
  await setFaults(street.env, [])
  await liu().ok(importService, 'apply', { id: run.id, version: Number(ready.version), token: tokens.next() })
  await setFaults(street.env, rules)
  await brokenTo('applied')
  await setFaults(street.env, [])
  expect(failed).toBeGreaterThan(0)
  const [area] = await street.find('areas', { of: 'g-1', version: 2 })
  expect(area).toMatchObject({ name: '断断续续' })
  expect(await pointer()).toMatchObject({ areas: 2 })
})

it('notes a switch that was done in a call that never came back', async () => {
  const run = await dryRun(street, 'areas', 'geojson', await renamed(street, '新名'))
  const [stored] = await street.find('imports', { _id: run.id })
  await street.import('pointers', [{ ...(await pointer()), areas: 7, lastVersion: 7 }])
  const work = { step: 'flip', done: 0, of: 1 }
  await street.import('imports', [{ ...stored, state: 'applying', work, target: 7, wakeAt: Date.now() }])
  await shiftClock(street.env, 1_000)
  await runTimer(street.env, 'clock')
  expect((await street.find('imports', { _id: run.id }))[0]).toMatchObject({
    state: 'applied',
    follow: { from: 1 },
  })
})

it.each([
  ['xlsx', '这不是表格', 'XLSX'],
  ['csv', '姓名,岗位\n"没有配对,网格员\n', '引号'],
  ['csv', '', '空'],
])('says why a file cannot be read: %s %#', async (ending, content, words) => {
  const run = await dryRun(street, 'officers', ending, content)
  expect(run).toMatchObject({ state: 'unreadable', message: expect.stringContaining(words), moves: [] })
})
