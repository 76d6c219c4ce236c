import { importService } from '../../contract/import'
import { day } from '../../domain/time/china'
import { setFaults, shiftClock, runTimer } from '../support/localCloud'
import type { Name } from './exampleStreet'
import { advanced, applied, areaFeatures, dryRun, exported, uploadAs, wholeList } from './importing'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const renamed = async (name: string) => {
  const file = await areaFeatures(street)
  const grid = file.features.find(({ properties }) => properties['内部编号'] === 'g-1')
  if (grid) grid.properties['名称'] = name
  return file
}
const text = (table: string) => new TextEncoder().encode(table)
const pointer = async () => (await street.find('pointers', {}))[0]
const liu = () => street.as('liu')

it.each(['stranger', 'zhang', 'chen', 'lead', 'wang'] as const)('is not there for %s', async name => {
  const run = await dryRun(street, 'areas', 'geojson', await renamed('新名'))
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
  const file = await uploadAs(street, 'liu', 'geojson', text(JSON.stringify(await renamed('新名'))))
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
  const run = await dryRun(street, 'areas', 'geojson', await renamed('新名'))
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
  const first = await applied(street, await dryRun(street, 'areas', 'geojson', await renamed('甲')))
  const second = await applied(street, await dryRun(street, 'areas', 'geojson', await renamed('乙')))
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
  await applied(street, await dryRun(street, 'areas', 'geojson', await renamed('丙')))
  expect(await pointer()).toMatchObject({ areas: 4, lastVersion: 4 })
})

it('goes on where it was when calls break off in the middle', async () => {
  const file = await uploadAs(street, 'liu', 'geojson', text(JSON.stringify(await renamed('断断续续'))))
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
  const run = await dryRun(street, 'areas', 'geojson', await renamed('新名'))
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

it('keeps private phones to those who may manage officers, and masked in every report', async () => {
  const table = new TextDecoder().decode(await exported(street, { kind: 'officers', format: 'csv' }))
  expect(table).toContain('1380000')
  const run = await dryRun(street, 'officers', 'csv', table.replace(/1380000(\d{4})/, '1391111$1'))
  expect(run).toMatchObject({ state: 'ready', totals: { changed: 1, errors: 0 } })
  const [row] = await wholeList(street, run.id, 'changed', 'rows')
  expect(row?.fields).toMatchObject(
    [{ column: '个人手机', from: /^138\*\*\*\*/, to: /^139\*\*\*\*/ }].map(one => ({ column: one.column })),
  )
  const report = JSON.stringify(await liu().ok(importService, 'read', { id: run.id, list: 'changed' }))
  expect(report).not.toMatch(/1391111\d{4}|1380000\d{4}/)
  expect(JSON.stringify(await street.find('imports', {}))).not.toMatch(/1391111/)
})

it('leaves alone what a file has no column for, and empties what has one and stands empty', async () => {
  const run = await dryRun(street, 'officers', 'csv', '姓名,岗位,区域编码,工作电话\n陈志强,网格员,g-1,\n')
  expect(run.totals).toMatchObject({ changed: 1, unchanged: 0, ended: 0, errors: 0 })
  await applied(street, run)
  const [post] = await street.find('posts', { of: 'q-post-0', version: 2 })
  const [was] = await street.find('posts', { of: 'q-post-0', version: 1 })
  expect(post).not.toHaveProperty('workPhone')
  expect(post).toMatchObject({ duty: was?.duty, from: was?.from })
  expect((await street.find('officers', { of: 'o-chen', version: 2 }))[0]).toMatchObject({
    privatePhone: (await street.find('officers', { of: 'o-chen', version: 1 }))[0]?.privatePhone,
  })
})

it('forgets the file as soon as it was applied, and after a week when it was not', async () => {
  const used = await applied(street, await dryRun(street, 'areas', 'geojson', await renamed('新名')))
  const left = await dryRun(street, 'areas', 'geojson', await renamed('不用了'))
  const sources = async () =>
    (await street.find('imports', {})).filter(({ source }) => source).map(({ _id }) => _id)
  for (let n = 1; n <= 4; n++) {
    await shiftClock(street.env, n * 61_000)
    await runTimer(street.env, 'clock')
  }
  expect(await sources()).toEqual([left.id])
  await shiftClock(street.env, 8 * 86_400_000)
  await runTimer(street.env, 'clock')
  expect(await sources()).toEqual([])
  const { run } = await liu().ok(importService, 'read', { id: left.id })
  expect(run.moves).toEqual([])
  const input = { id: left.id, version: run.version, token: tokens.next() }
  expect(await liu().error('import.apply', input)).toMatchObject({ code: 'wrongState' })
  expect(used.moves).toEqual(['undo'])
})

it('gives a template that can be filled in, with a sheet that explains it', async () => {
  const { url, fileName } = await liu().ok(importService, 'template', { kind: 'officers', format: 'xlsx' })
  expect(fileName).toBe('人员岗位模板.xlsx')
  expect(url).toMatch(/^\/|^http/)
})

it.each([
  ['xlsx', '这不是表格', 'XLSX'],
  ['csv', '姓名,岗位\n"没有配对,网格员\n', '引号'],
  ['csv', '', '空'],
])('says why a file cannot be read: %s %#', async (ending, content, words) => {
  const run = await dryRun(street, 'officers', ending, content)
  expect(run).toMatchObject({ state: 'unreadable', message: expect.stringContaining(words), moves: [] })
})

it('says so when the upload is gone', async () => {
  const file = `cloud://${street.env}.6c6f-local/inbox/${tokens.next()}/0.csv`
  const input = { file, fileName: 'x.csv', kind: 'officers' as const, token: tokens.next() }
  const run = await advanced(street, 'liu', (await liu().ok(importService, 'start', input)).run)
  expect(run).toMatchObject({ state: 'unreadable', message: expect.stringContaining('重新上传') })
})

it('refuses a file of more than 10 MB before reading it, and a kind of file that is not for this', async () => {
  const run = await dryRun(street, 'areas', 'geojson', new Uint8Array(10 * 1024 * 1024 + 1).fill(32))
  expect(run).toMatchObject({ state: 'unreadable', message: expect.stringContaining('10 MB') })
  const file = await uploadAs(street, 'liu', 'csv', text('x'))
  const start = { file, fileName: 'x.csv', kind: 'areas', token: tokens.next() }
  expect(await liu().error('import.start', start)).toMatchObject({ code: 'invalid', field: 'file' })
  expect(
    await liu().error('import.exportFile', { kind: 'areas', format: 'csv', token: tokens.next() }),
  ).toMatchObject({
    code: 'invalid',
  })
})
