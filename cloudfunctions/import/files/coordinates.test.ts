import type { CoordinateSystem } from '../../../contract/importTerms'
import { readOutline, readPosition, sameOutline } from '../../../domain/import/areas/readOutline'
import { shapefileOf } from '../../../tests/support/shapefileOf'
import { readAreasFile } from './readAreasFile'

// The converters that are used, held to points that others have published.

const metresPerDegree = 111_320
const metres = ([x1, y1]: readonly number[], [x2, y2]: readonly number[]) =>
  Math.hypot(((x1 ?? 0) - (x2 ?? 0)) * Math.cos(((y1 ?? 0) * Math.PI) / 180), (y1 ?? 0) - (y2 ?? 0)) *
  metresPerDegree

it.each<[CoordinateSystem, from: [number, number], to: [number, number], within: number]>([
  // https://github.com/wandergis/coordtransform
  ['bd09', [116.404, 39.915], [116.39762729119315, 39.90865673957631], 0.1],
  ['wgs84', [116.404, 39.915], [116.41024449916938, 39.91640428150164], 0.1],
  ['bd09', [116.41036949371029, 39.92133699351021], [116.404, 39.915], 0.5],
  ['gcj02', [116.404, 39.915], [116.404, 39.915], 0],
])('%s %p is %p in GCJ-02', (system, from, to, within) => {
  expect(metres(readPosition(...from, system) as [number, number], to)).toBeLessThanOrEqual(within)
})

it('brings one place to the same point from WGS-84 and from what Baidu’s own service makes of it', () => {
  // https://lbsyun.baidu.com/index.php?title=webapi/guide/changeposition
  const surveyed = readPosition(114.21892734521, 29.575429778924, 'wgs84') as [number, number]
  const baidu = readPosition(114.23075654746, 29.579087603387, 'bd09') as [number, number]
  expect(metres(surveyed, baidu)).toBeLessThan(2)
})

it('reads BD-09 outlines that are declared as such, on the lattice, holes and parts included', async () => {
  const ring = (x: number, y: number, size: number): [number, number][] => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y],
  ]
  const coordinates = [[ring(116.4, 39.9, 0.01), ring(116.404, 39.901, 0.002)], [ring(116.42, 39.9, 0.005)]]
  const feature = {
    type: 'Feature',
    properties: { 名称: '甲' },
    geometry: { type: 'MultiPolygon', coordinates },
  }
  const { rows } = await readAreasFile(
    new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: [feature] })),
  )
  const outline = readOutline(rows[0]?.geometry, 'bd09')
  if (!Array.isArray(outline)) throw new Error(JSON.stringify(outline))
  expect(outline.map(polygon => polygon.map(one => one.length))).toEqual([[4, 4], [4]])
  expect(metres(outline[0]?.[0]?.[0] ?? [], readPosition(116.4, 39.9, 'bd09') as never)).toBeLessThan(0.01)
  // Written out and read again it is the same outline.
  const again = readOutline(
    { type: 'MultiPolygon', coordinates: JSON.parse(JSON.stringify(outline)) as object },
    'gcj02',
  )
  expect(again).toEqual(outline)
  expect(Array.isArray(again) && sameOutline(again, outline)).toBe(true)
})

const geographic = (name: string, datum: string, spheroid: string) =>
  `GEOGCS["${name}",DATUM["${datum}",SPHEROID[${spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
const wgs84 = geographic('GCS_WGS_1984', 'D_WGS_1984', '"WGS_1984",6378137.0,298.257223563')
const cgcs2000 = geographic(
  'GCS_China_Geodetic_Coordinate_System_2000',
  'D_China_2000',
  '"CGCS2000",6378137.0,298.257222101',
)
const projected = (base: string, projection = 'Gauss_Kruger', meridian = 114) =>
  `PROJCS["CGCS2000_3_Degree_GK_CM_${meridian}E",${base},PROJECTION["${projection}"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

/** Gauss–Krüger of CGCS2000 by the textbook’s series around the central meridian, the arc of the meridian summed up in small steps. */
const gaussKruger = (lng: number, lat: number, meridian: number): [number, number] => {
  const [a, f] = [6378137, 1 / 298.257222101]
  const e2 = f * (2 - f)
  const phi = (lat * Math.PI) / 180
  const steps = 20_000
  let arc = 0
  for (let n = 0; n < steps; n++) {
    const at = ((n + 0.5) / steps) * phi
    arc += (a * (1 - e2) * (phi / steps)) / (1 - e2 * Math.sin(at) ** 2) ** 1.5
  }
  const [sin, cos] = [Math.sin(phi), Math.cos(phi)]
  const radius = a / Math.sqrt(1 - e2 * sin ** 2)
  const [t2, eta2] = [(sin / cos) ** 2, (e2 / (1 - e2)) * cos ** 2]
  const l = ((lng - meridian) * Math.PI) / 180
  return [
    500000 + radius * cos * l * (1 + ((cos * l) ** 2 * (1 - t2 + eta2)) / 6),
    arc + (radius * sin * cos * l * l * (1 + ((cos * l) ** 2 * (5 - t2 + 9 * eta2)) / 12)) / 2,
  ]
}

const corners: [number, number][] = [
  [114.05, 22.7],
  [114.05, 22.705],
  [114.055, 22.705],
  [114.055, 22.7],
  [114.05, 22.7],
]
const read = async (points: readonly (readonly [number, number])[], prj?: string) => {
  const { rows, surveyed } = await readAreasFile(shapefileOf(points, prj))
  const { coordinates } = rows[0]?.geometry as { coordinates: number[][][] }
  return { ring: coordinates[0] ?? [], surveyed }
}

it.each([
  ['WGS-84', wgs84],
  ['CGCS2000', cgcs2000],
])('takes degrees in %s as they are, and knows that they were surveyed', async (_, prj) => {
  const { ring, surveyed } = await read(corners, prj)
  expect(surveyed).toBe(true)
  corners.forEach((corner, n) => expect(metres(ring[n] ?? [], corner)).toBeLessThan(0.001))
})

it('brings CGCS2000 Gauss–Krüger metres to degrees within a centimetre', async () => {
  const { ring, surveyed } = await read(
    corners.map(([lng, lat]) => gaussKruger(lng, lat, 114)),
    projected(cgcs2000),
  )
  expect(surveyed).toBe(true)
  corners.forEach((corner, n) => expect(metres(ring[n] ?? [], corner)).toBeLessThan(0.01))
})

it.each([
  ['北京54', geographic('GCS_Beijing_1954', 'D_Beijing_1954', '"Krasovsky_1940",6378245.0,298.3')],
  ['西安80', geographic('GCS_Xian_1980', 'D_Xian_1980', '"Xian_1980",6378140.0,298.257')],
])('refuses %s, which would be off by tens of metres, and says what to do', async (_, base) => {
  for (const prj of [base, projected(base)])
    await expect(read(corners, prj)).rejects.toThrow('转成 CGCS2000 或 WGS-84')
})

it('says so when a .prj cannot be understood', async () => {
  await expect(read(corners, '不是坐标系')).rejects.toThrow('.prj')
})

it.each([
  ['there is no .prj', undefined],
  ['the .prj names a projection nobody knows', projected(cgcs2000, 'Made_Up_Projection')],
])('does not take metres for degrees when %s', async (_, prj) => {
  const metresThere = corners.map(([lng, lat]) => gaussKruger(lng, lat, 114))
  const { ring } = await read(metresThere, prj)
  expect(readOutline({ type: 'Polygon', coordinates: [ring] }, 'wgs84')).toMatchObject({ code: 'abroad' })
})
