import { importService } from '../../contract/import'
import { shiftClock, runTimer } from '../support/localCloud'
import { advanced, applied, dryRun, exported, uploadAs, wholeList, renamed } from './importing'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeEach(async () => {
  street = await openStreet()
})

const text = (table: string) => new TextEncoder().encode(table)

const liu = () => street.as('liu')

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
  const used = await applied(street, await dryRun(street, 'areas', 'geojson', await renamed(street, '新名')))
  const left = await dryRun(street, 'areas', 'geojson', await renamed(street, '不用了'))
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
