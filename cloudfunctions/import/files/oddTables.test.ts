import { zipSync } from 'fflate'
import type { ImportKind } from '../../../contract/importTerms'
import { Cells } from '../../../domain/import/Cells'
import type { Sheet } from '../../../domain/import/sheet'
import { readAreasFile } from './readAreasFile'
import { readFile } from './readFile'
import { readXlsx } from './xlsx'

// Tables as they come from people's computers, and from somebody who means harm.

const utf8 = (text: string) => new TextEncoder().encode(text)
const types = 'http://schemas.openxmlformats.org'

/** A workbook of one sheet with this XML; style 1 is a day. */
const workbook = (sheet: string, more: Record<string, Uint8Array> = {}) =>
  zipSync(
    {
      '[Content_Types].xml': utf8(`<Types xmlns="${types}/package/2006/content-types"/>`),
      'xl/workbook.xml': utf8(
        `<workbook xmlns="${types}/spreadsheetml/2006/main" xmlns:r="${types}/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="1" r:id="rId7"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': utf8(
        `<Relationships xmlns="${types}/package/2006/relationships"><Relationship Id="rId7" Type="${types}/officeDocument/2006/relationships/worksheet" Target="worksheets/data.xml"/><Relationship Id="rId8" Type="${types}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
      ),
      'xl/styles.xml': utf8(
        `<styleSheet xmlns="${types}/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      ),
      'xl/worksheets/data.xml': utf8(
        `<worksheet xmlns="${types}/spreadsheetml/2006/main">${sheet}</worksheet>`,
      ),
      ...more,
    },
    { level: 6 },
  )
const text = (at: string, words: string) => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
const number = (at: string, value: string, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`
const row = (n: number, cells: string, more = '') => `<row r="${n}"${more}>${cells}</row>`
const head = (n = 1) =>
  row(
    n,
    ['姓名', '岗位', '区域编码', '工作电话', '任职开始']
      .map((words, k) => text(`${'ABCDE'[k]}${n}`, words))
      .join(''),
  )
const sheet = (rows: string, after = '') => workbook(`<sheetData>${rows}</sheetData>${after}`)
const officer = (n: number, phone = text(`D${n}`, '0755-00001234'), from = text(`E${n}`, '2024-03-01')) =>
  row(n, `${text(`A${n}`, '张三')}${text(`B${n}`, '网格员')}${text(`C${n}`, 'g-1')}${phone}${from}`)
const read = (bytes: Uint8Array, kind: ImportKind = 'officers') => readFile(kind, bytes, 'xlsx')
const codes = ({ faults }: Sheet) => faults.map(({ code, row: at, column }) => [code, at, column])
/** What a column of the first row reads as, or the fault it is. */
const cell = ({ rows }: Sheet, key: string, how: 'phone' | 'day' | 'whole' | 'code') => {
  const faults: { code: string }[] = []
  const value = new Cells('officers', rows[0] as never, faults as never)[how](key)
  return faults[0]?.code ?? value
}

it('reads days that are days, and names those that have become a number', async () => {
  const asDay = await read(sheet(head() + officer(2, undefined, number('E2', '45352', 1))))
  expect(cell(asDay, 'from', 'day')).toBe(Date.UTC(2024, 2, 1) - 8 * 3_600_000)
  const asNumber = await read(sheet(head() + officer(2, undefined, number('E2', '45352'))))
  expect(cell(asNumber, 'from', 'day')).toBe('dateSerial')
})

it('reads a mobile that is a number, and names a landline that has lost its zero', async () => {
  const phone = async (d: string) => cell(await read(sheet(head() + officer(2, d))), 'workPhone', 'phone')
  expect(await phone(number('D2', '13800001234'))).toBe('13800001234')
  expect(await phone(number('D2', '1.3800001234E10'))).toBe('13800001234')
  expect(await phone(number('D2', '75500001234'))).toBe('lostZero')
  expect(await phone(text('D2', '０７５５－００００１２３４'))).toBe('0755-00001234')
})

it('takes full-width digits and signs nobody sees for what they mean', async () => {
  const table = await read(sheet(head() + officer(2).replace('g-1', '\u200b４４０\u00a0\ufeff')))
  expect(cell(table, 'area', 'code')).toBe('440')
  const [first] = (await read(sheet(head() + officer(2).replace('张三', '张\u200b三\n')))).rows
  expect(first?.cells.name).toBe('张三')
})

it('has the value of a merged cell in each of its rows, and leaves a merged title alone', async () => {
  const { rows } = await read(
    sheet(
      row(1, text('A1', '二〇二六年网格员名单')) +
        head(2) +
        officer(3) +
        officer(4).replace(/<c r="C4".*?<\/c>/, '<c r="C4"/>'),
      '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="C3:C4"/></mergeCells>',
    ),
  )
  expect(rows.map(({ row: at, cells }) => [at, cells.area])).toEqual([
    [3, 'g-1'],
    [4, 'g-1'],
  ])
})

it('says that hidden rows come along, counts empty rows in between, and leaves those at the end', async () => {
  const hidden = await read(
    sheet(
      head() +
        officer(2) +
        officer(3).replace('<row r="3"', '<row r="3" hidden="1"') +
        officer(9) +
        row(10, '<c r="A10" s="1"/>'),
    ),
  )
  expect(codes(hidden)).toEqual([['hiddenRows', 3, undefined]])
  expect(hidden.faults[0]?.why).toContain('1 行')
  expect(hidden.rows.map(({ row: at }) => at)).toEqual([2, 3, 9])
})

it('reads what a formula gives, and names those that give nothing: they would empty what is in force', async () => {
  const formula = (inside: string, type = 'str') => `<c r="D2" t="${type}"><f>X1</f>${inside}</c>`
  const good = await read(sheet(head() + officer(2, formula('<v>0755-00001234</v>'))))
  expect([codes(good), cell(good, 'workPhone', 'phone')]).toEqual([[], '0755-00001234'])
  for (const bad of [formula(''), formula('<v>#N/A</v>', 'e'), '<c r="D2" t="e"><v>#REF!</v></c>']) {
    expect(codes(await read(sheet(head() + officer(2, bad))))).toEqual([['brokenCell', 2, '工作电话']])
  }
})

it('leaves out empty cells far away, and refuses those that hold something', async () => {
  const far = (inside: string) =>
    sheet(head() + officer(2) + row(1048576, `<c r="XFD1048576" s="1"${inside ? `>${inside}</c>` : '/>'}`))
  expect((await read(far(''))).rows).toHaveLength(1)
  await expect(read(far('<v>1</v>'))).rejects.toThrow('第 1048576 行')
  const wide = `<x:row r="2">${'<x:c><x:v>1</x:v></x:c>'.repeat(101)}</x:row>`
  await expect(read(sheet(head() + wide))).rejects.toThrow('第 101 列')
})

it('refuses tables beyond all measure with what to do', async () => {
  const rows = (n: number) => utf8(`姓名,岗位\n${'张三,网格员\n'.repeat(n)}`)
  await expect(readFile('officers', rows(50_001), 'csv')).rejects.toThrow('50000 行')
  await expect(readFile('officers', utf8(','.repeat(3000) + 'a,b\n'), 'csv')).rejects.toThrow('100 列')
  await expect(readFile('officers', utf8('只有一列\n'), 'csv')).rejects.toThrow('表头')
  await expect(readXlsx(sheet(head() + ' '.repeat(31 * 1024 * 1024)))).rejects.toThrow('30 MB')
  const many = {
    type: 'FeatureCollection',
    features: Array.from({ length: 101 }, (_, n) => ({ properties: { [`p${n}`]: 1 } })),
  }
  await expect(readAreasFile(utf8(JSON.stringify(many)))).rejects.toThrow('100 种')
})

it('takes deep nesting for what it is', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const file = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"名称":${deep}},"geometry":{"type":"Polygon","coordinates":${deep}}}]}`
  const { rows } = await readAreasFile(utf8(file))
  expect(rows).toHaveLength(1)
})

it('reads a workbook of thirty thousand rows', async () => {
  const rows = Array.from({ length: 30_000 }, (_, n) => officer(n + 2)).join('')
  expect((await readXlsx(sheet(head() + rows))).lines).toHaveLength(30_000)
}, 60_000)
