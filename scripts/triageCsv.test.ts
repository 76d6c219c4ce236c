import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'

const folder = mkdtempSync(join(tmpdir(), 'triage-'))
const [from, to] = [join(folder, 'in.csv'), join(folder, 'out.csv')]
const program = ['scripts/runTypeScript.mjs', 'scripts/triageCsv.ts']

it('sorts a spreadsheet of messages, quoted newlines and all, and keeps its own columns', () => {
  writeFileSync(
    from,
    '\uFEFFid,text,tier\r\n7,"厨房有很重的煤气味\n他说""没事"""\r\n8,三单元楼道灯坏了,B\r\n',
  )
  execFileSync(process.execPath, [...program, '--csv', from, '--out', to])
  const { data } = Papa.parse<Record<string, string>>(readFileSync(to, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(data).toMatchObject([
    { id: '7', text: '厨房有很重的煤气味\n他说"没事"', given_tier: '', tier: 'A', category: 'water' },
    { id: '8', given_tier: 'B', tier: 'B', rules: 'b.lamp' },
  ])
  expect(Number(data[1]?.confidence)).toBeGreaterThan(0.5)
}, 30_000)

it('says which column it misses', () => {
  writeFileSync(from, 'id,message\n1,灯坏了\n')
  const { status, stderr } = spawnSync(process.execPath, [...program, '--csv', from, '--out', to], {
    encoding: 'utf8',
  })
  expect([status !== 0, stderr]).toEqual([true, expect.stringContaining('no column `text`')])
}, 30_000)

it('takes how each message came, where the file says it', () => {
  const crack = '阳台栏杆有点松动，我家有小孩'
  writeFileSync(from, `text,source,photos\n${crack},,\n${crack},patrol,1\n`)
  execFileSync(process.execPath, [...program, '--csv', from, '--out', to])
  const { data } = Papa.parse<Record<string, string>>(readFileSync(to, 'utf8').replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  expect(data.map(({ tier, source }) => [tier, source])).toEqual([
    ['A', ''],
    ['A', 'patrol'],
  ])
  writeFileSync(from, `text,source\n${crack},camera\n`)
  const { status, stderr } = spawnSync(process.execPath, [...program, '--csv', from, '--out', to], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([2, expect.stringContaining('row 2: `source` is one of resident, patrol')])
}, 30_000)
