import { zipSync } from 'fflate'

/** A square of the example street's ground, in degrees. */
const square: readonly (readonly [number, number])[] = [
  [114.05, 22.7],
  [114.05, 22.705],
  [114.055, 22.705],
  [114.055, 22.7],
  [114.05, 22.7],
]

/** A zipped Shapefile of one polygon, its table in GB18030, as GIS programs write it. `prj`: in what coordinates. */
export const shapefileOf = (points = square, prj?: string): Uint8Array => {
  const content = 44 + 4 + points.length * 16
  const shp = new DataView(new ArrayBuffer(100 + 8 + content))
  shp.setInt32(0, 9994)
  shp.setInt32(24, shp.byteLength / 2)
  shp.setInt32(28, 1000, true)
  shp.setInt32(32, 5, true)
  shp.setInt32(100, 1)
  shp.setInt32(104, content / 2)
  shp.setInt32(108, 5, true)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  box.forEach((value, n) => {
    shp.setFloat64(36 + n * 8, value, true)
    shp.setFloat64(112 + n * 8, value, true)
  })
  shp.setInt32(144, 1, true)
  shp.setInt32(148, points.length, true)
  shp.setInt32(152, 0, true)
  points.flat().forEach((value, n) => shp.setFloat64(156 + n * 8, value, true))
  // 第一网格
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
    ...(prj && { 'grids/网格.prj': new TextEncoder().encode(prj) }),
  })
}
