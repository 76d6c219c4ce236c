import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import RBush from 'rbush'
import type { Point } from '../contract/place'
import { AreaIndex } from '../domain/area/AreaIndex'
import { packAreas, type Shape } from '../domain/area/packAreas'
import { areaNet, pointsOver } from './areaNet'
import { bruteForce } from './bruteForce'
import { type Figure, median, rounded } from './figure'

/** 建阳's third-level grids, and a city. */
const few = 2_600
const many = 100_000
const asked = 20_000
/** Scanning takes a millisecond for each point. */
const scanned = 300
/** The two nets are timed in turn so often: what else the machine does then meets both. */
const rounds = 9

/** Time of each look-up, µs, sorted; all have been looked up once before. */
const times = (points: readonly Point[], locate: (point: Point) => unknown): number[] => {
  points.forEach(locate)
  return points
    .map(point => {
      const start = process.hrtime.bigint()
      locate(point)
      return Number(process.hrtime.bigint() - start) / 1000
    })
    .sort((a, b) => a - b)
}
const p95 = (sorted: readonly number[]) => sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN

const measureNet = (count: number) => {
  const shapes = areaNet(count)
  const points = pointsOver(shapes, asked)
  const blob = packAreas(shapes)
  const loads = Array.from({ length: 7 }, () => {
    const start = performance.now()
    AreaIndex.from(blob)
    return performance.now() - start
  })
  const index = AreaIndex.from(blob)
  const inside = (point: Point) => index.locate(point).find(found => found.inside)?.id
  const slow = bruteForce(shapes)
  const differences = points.filter(point => inside(point) !== slow(point)).length
  return {
    shapes,
    points,
    blob,
    load: median(loads),
    differences,
    locate: (point: Point) => index.locate(point),
  }
}

/** By looking at every polygon in turn, as one does with turf alone. */
const scanWithTurf = (shapes: readonly Shape[]) => {
  const features = shapes.map(({ id, boundary }) => ({
    id,
    geometry: { type: 'MultiPolygon' as const, coordinates: boundary },
  }))
  return ({ lng, lat }: Point) =>
    features.find(({ geometry }) => booleanPointInPolygon([lng, lat], geometry))?.id
}

/** rbush finds the boxes, turf looks into the polygons. */
const searchRBush = (shapes: readonly Shape[]) => {
  const tree = new RBush<{ minX: number; minY: number; maxX: number; maxY: number; shape: Shape }>()
  tree.load(
    shapes.map(shape => {
      const corners = shape.boundary.flat(2)
      const lngs = corners.map(([lng]) => lng)
      const lats = corners.map(([, lat]) => lat)
      return {
        minX: Math.min(...lngs),
        minY: Math.min(...lats),
        maxX: Math.max(...lngs),
        maxY: Math.max(...lats),
        shape,
      }
    }),
  )
  return ({ lng, lat }: Point) =>
    tree
      .search({ minX: lng, minY: lat, maxX: lng, maxY: lat })
      .filter(({ shape }) =>
        booleanPointInPolygon([lng, lat], { type: 'MultiPolygon', coordinates: shape.boundary }),
      )
      .map(({ shape }) => shape.id)
      .sort()[0]
}

/** Look-ups of the area at a point: right at all, how fast, how it grows, and what others take. */
export const measureLocate = async (): Promise<Figure[]> => {
  const small = measureNet(few)
  const large = measureNet(many)
  const turf = median(times(small.points.slice(0, scanned), scanWithTurf(small.shapes)))
  const rbush = median(times(small.points, searchRBush(small.shapes)))
  const timed = Array.from({ length: rounds }, () => [
    times(small.points, small.locate),
    times(large.points, large.locate),
  ]) as [number[], number[]][]
  const own = median(timed.map(([sorted]) => median(sorted)))
  const few95 = median(timed.map(([sorted]) => p95(sorted)))
  const many95 = median(timed.map(([, sorted]) => p95(sorted)))
  return [
    { name: 'locate.differences', value: small.differences + large.differences, unit: 'points', bar: 0 },
    { name: 'locate.p95', value: rounded(few95), unit: 'µs', bar: 50 },
    {
      name: 'locate.growth',
      value: rounded(many95),
      unit: 'µs',
      against: `p95 of ${few} areas, ${rounded(few95)} µs`,
      ratio: rounded(many95 / few95),
      bar: 2,
    },
    {
      name: 'locate.turf',
      value: rounded(turf),
      unit: 'µs',
      against: `scanning with @turf/boolean-point-in-polygon, against our median of ${rounded(own)} µs`,
      ratio: rounded(turf / own, 0),
    },
    {
      name: 'locate.rbush',
      value: rounded(rbush),
      unit: 'µs',
      against: `rbush and turf, against our median of ${rounded(own)} µs`,
      ratio: rounded(rbush / own, 1),
    },
    ...[small, large].flatMap(({ shapes, blob, load }) => [
      { name: `locate.blob.${shapes.length}`, value: blob.length, unit: 'B' },
      {
        name: `locate.cold.${shapes.length}`,
        value: rounded(load),
        unit: 'ms',
        against: 'from bytes to ready',
      },
    ]),
  ]
}
