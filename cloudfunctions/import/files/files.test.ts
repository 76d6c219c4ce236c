import { zipSync } from 'fflate'
import fc from 'fast-check'
import { readCsv, writeCsv } from './csv'
import { shapefileOf } from '../../../tests/support/shapefileOf'
import { openZip } from './openZip'
import { readAreasFile } from './readAreasFile'
import { readFile } from './readFile'
import { readXlsx, writeXlsx } from './xlsx'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** GB18030 bytes of 姓名,岗位 / 陈志强,网格员 (`iconv -t gb18030`). */
const gb18030 = Uint8Array.from(Buffer.from('d0d5c3fb2cb8dacebb0d0ab3c2d6bec7bf2ccdf8b8f1d4b10d0a', 'hex'))

it('reads CSV in UTF-8 with and without its mark, and in GB18030', async () => {
  for (const bytes of [
    utf8('姓名,岗位\n陈志强,网格员\n'),
    utf8('\ufeff姓名,岗位\r\n陈志强,网格员'),
    gb18030,
  ]) {
    const { headers, lines } = await readCsv(bytes)
    expect([headers, lines[0]]).toEqual([['姓名', '岗位'], { row: 2, values: ['陈志强', '网格员'] }])
  }
})

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("'=1+1", '=cmd()', '+86 138', '-1', '@x', "''", '第一"网格"', '甲,乙', '行一\n行二', '\t'),
)

it('gives back from CSV exactly what was written, formulas and quotes included', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), async rows => {
      // A carriage return within a cell is the one thing CSV readers do not agree on.
      const clean = rows.map(row => row.map(value => value.replace(/\r/g, '')))
      const { lines } = await readCsv(await writeCsv([['一', '二'], ...clean]))
      expect(lines.map(({ values }) => values)).toEqual(clean)
    }),
  )
})

it('gives back from XLSX exactly what was written: codes and phones stay texts', async () => {
  const rows = [
    ['编码', '电话'],
    ['440309001001001999', '0755-00001234'],
    ['007', '=1+1'],
  ]
  const { headers, lines } = await readXlsx(await writeXlsx([{ name: '一', lines: rows }]))
  expect([headers, ...lines.map(({ values }) => values)]).toEqual(rows)
})

it('stops an archive that swells beyond all measure, long before it is unpacked', async () => {
  const bomb = zipSync({ 'a.dbf': new Uint8Array(110 * 1024 * 1024) }, { level: 9 })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  await expect(openZip(bomb)).rejects.toThrow('100 MB')
})

it('says so when an archive is broken, is no workbook, or has no layer', async () => {
  const zip = zipSync({ 'readme.txt': utf8('x') })
  await expect(openZip(zip.subarray(0, 20))).rejects.toThrow('打不开')
  await expect(readXlsx(zip)).rejects.toThrow('XLSX')
  await expect(readAreasFile(zip)).rejects.toThrow('.shp')
  await expect(readAreasFile(utf8('{"type":"Point"}'))).rejects.toThrow('FeatureCollection')
  await expect(readAreasFile(utf8('{"type":"FeatureCollection","features":[{'))).rejects.toThrow('GeoJSON')
})

it('finds the header below a title, by our names for the columns and by other people’s', async () => {
  const sheet = await readFile(
    'officers',
    utf8('人员名单,,\n姓 名*,职务,网格编码\n张三,网格员,g-1\n,,\n'),
    'csv',
  )
  expect(sheet.faults).toEqual([])
  expect(sheet.rows).toEqual([{ row: 3, cells: { name: '张三', kind: '网格员', area: 'g-1' } }])
})

it('reads a zipped Shapefile with a table in GB18030', async () => {
  const { rows } = await readAreasFile(shapefileOf())
  expect(rows).toMatchObject([{ row: 1, cells: { name: '第一网格' }, geometry: { type: 'Polygon' } }])
  const { coordinates } = rows[0]?.geometry as { coordinates: number[][][] }
  expect(coordinates[0]).toHaveLength(5)
})
