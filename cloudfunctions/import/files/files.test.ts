import { zipSync } from 'fflate'
import fc from 'fast-check'
import { readCsv, writeCsv } from './csv'
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

/** A Shapefile of one square, its table in GB18030, as GIS programs write it. */
const shapefile = (prj?: string) => {
  const points: [number, number][] = [
    [114.05, 22.7],
    [114.05, 22.705],
    [114.055, 22.705],
    [114.055, 22.7],
    [114.05, 22.7],
  ]
  const content = 44 + 4 + points.length * 16
  const shp = new DataView(new ArrayBuffer(100 + 8 + content))
  shp.setInt32(0, 9994)
  shp.setInt32(24, shp.byteLength / 2)
  shp.setInt32(28, 1000, true)
  shp.setInt32(32, 5, true)
  shp.setInt32(100, 1)
  shp.setInt32(104, content / 2)
  shp.setInt32(108, 5, true)
  ;[114.05, 22.7, 114.055, 22.705].forEach((value, n) => {
    shp.setFloat64(36 + n * 8, value, true)
    shp.setFloat64(112 + n * 8, value, true)
  })
  shp.setInt32(144, 1, true)
  shp.setInt32(148, points.length, true)
  shp.setInt32(152, 0, true)
  points.flat().forEach((value, n) => shp.setFloat64(156 + n * 8, value, true))
  const name = Buffer.from('b5dad2bbcdf8b8f1', 'hex')
  const dbf = Buffer.alloc(32 + 32 + 1 + 1 + 20, 0)
  dbf[0] = 3
  dbf.writeUInt32LE(1, 4)
  dbf.writeUInt16LE(65, 8)
  dbf.writeUInt16LE(21, 10)
  dbf.write('NAME', 32)
  dbf.write('C', 43)
  dbf[48] = 20
  dbf[64] = 13
  dbf.fill(32, 65)
  name.copy(dbf, 66)
  return zipSync({
    'grids/网格.shp': new Uint8Array(shp.buffer),
    'grids/网格.dbf': new Uint8Array(dbf),
    ...(prj && { 'grids/网格.prj': utf8(prj) }),
  })
}

it('reads a zipped Shapefile with a table in GB18030', async () => {
  const { rows } = await readAreasFile(shapefile())
  expect(rows).toMatchObject([{ row: 1, cells: { name: '第一网格' }, geometry: { type: 'Polygon' } }])
  const { coordinates } = rows[0]?.geometry as { coordinates: number[][][] }
  expect(coordinates[0]).toHaveLength(5)
})
