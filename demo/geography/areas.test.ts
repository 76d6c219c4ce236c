import type { Area } from '../../domain/area/area'
import { randomOf } from '../random'
import { smallStreet, wholeStreet } from '../scale'
import { makeAreas } from './areas'
import { squareDegree } from './earth'
import { areaOf } from './ground'

const areas = makeAreas(randomOf(1, 'areas'), wholeStreet)
const grids = areas.grids.map(grid => grid.area)

/** Square degrees, holes taken off. */
const sizeOf = ({ boundary }: Area) =>
  boundary.flat().reduce((sum, ring, i) => sum + areaOf(ring.slice(0, -1)) * (i === 0 ? 1 : -1), 0)

/** By crossing number, written here so that the test does not lean on what it tests. */
const contains = ({ boundary }: Area, lng: number, lat: number) => {
  let crossings = 0
  for (const ring of boundary.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]] as [[number, number], [number, number]]
      if (y1 > lat !== y2 > lat && lng < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) crossings++
    }
  }
  return crossings % 2 === 1
}

it('has the size that 观澜 publishes', () => {
  expect([areas.communities.length, areas.blocks.length, grids.length, areas.redGrids.length]).toEqual([
    10, 59, 300, 238,
  ])
  expect((sizeOf(areas.street) * squareDegree) / 1e6).toBeCloseTo(34.6, 1)
})

it('makes the small street too', () => {
  const small = makeAreas(randomOf(1, 'areas'), smallStreet)
  expect([small.communities.length, small.blocks.length, small.grids.length]).toEqual([1, 2, 6])
})

it('gives every area one closed outline with corners of six decimals', () => {
  for (const area of [areas.street, ...areas.communities, ...areas.blocks, ...grids, ...areas.redGrids]) {
    expect(area.boundary).toHaveLength(1)
    const ring = area.boundary[0]?.[0] ?? []
    expect(ring[0]).toEqual(ring.at(-1))
    expect(ring.flat().every(degrees => Math.abs(degrees * 1e6 - Math.round(degrees * 1e6)) < 1e-3)).toBe(
      true,
    )
    expect(new Set(ring.slice(1).map(String)).size).toBe(ring.length - 1)
  }
})

it.each([
  ['communities', 'the street', areas.communities, [areas.street]],
  ['街区', 'communities', areas.blocks, areas.communities],
  ['grids', '街区', grids, areas.blocks],
  ['red grids', 'communities', areas.redGrids, areas.communities],
])('lets %s tile %s exactly', (_, __, children, parents) => {
  for (const parent of parents) {
    const inside = children.filter(child => child.parentId === parent._id)
    expect(inside.length).toBeGreaterThan(0)
    const difference = Math.abs(inside.reduce((sum, child) => sum + sizeOf(child), 0) - sizeOf(parent))
    // Less than a square centimetre: only the last bits of floating point.
    expect(difference * squareDegree).toBeLessThan(1e-4)
  }
})

it('puts any point of the street in exactly one grid and one red grid', () => {
  const random = randomOf(7, 'points')
  const ring = areas.street.boundary[0]?.[0] ?? []
  const lngs = ring.map(([lng]) => lng)
  const lats = ring.map(([, lat]) => lat)
  const between = (values: number[]) =>
    Math.min(...values) + random.fraction() * (Math.max(...values) - Math.min(...values))
  let inside = 0
  while (inside < 400) {
    const [lng, lat] = [between(lngs), between(lats)]
    const expected = contains(areas.street, lng, lat) ? 1 : 0
    inside += expected
    expect(grids.filter(grid => contains(grid, lng, lat))).toHaveLength(expected)
    expect(areas.redGrids.filter(grid => contains(grid, lng, lat))).toHaveLength(expected)
  }
})

it('puts the centre of every area inside it', () => {
  for (const area of [areas.street, ...areas.communities, ...areas.blocks, ...grids, ...areas.redGrids]) {
    expect(contains(area, area.center?.lng ?? 0, area.center?.lat ?? 0)).toBe(true)
  }
})

it('gives no two grids of the street the same name', () => {
  expect(new Set(grids.map(grid => grid.name)).size).toBe(grids.length)
})
