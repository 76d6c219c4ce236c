import { Delaunay } from 'd3-delaunay'
import fc from 'fast-check'
import type { Boundary, Point } from '../../contract/place'
import { AreaIndex } from './AreaIndex'
import { packAreas, type Shape } from './packAreas'

const box: [number, number, number, number] = [114, 22.6, 114.1, 22.7]

/** A Voronoi net: the cell of the nearest site is the answer, which is an oracle of its own. */
const net = (sites: [number, number][], tree = 'grid'): Shape[] =>
  [...Delaunay.from(sites).voronoi(box).cellPolygons()].map(cell => ({
    id: `${tree}${String(cell.index).padStart(3, '0')}`,
    tree,
    boundary: [[cell as [number, number][]]],
  }))

const indexOf = (shapes: readonly Shape[]) => AreaIndex.from(packAreas(shapes))
const locate = (shapes: readonly Shape[], point: Point) => indexOf(shapes).locate(point)

const coordinate = (from: number, steps: number) =>
  fc.integer({ min: 1, max: steps - 1 }).map(n => from + (n / steps) * 0.1)
const spot = fc.tuple(coordinate(114, 100_000), coordinate(22.6, 100_000))
/** Sites at least ten metres apart. */
const site = fc.tuple(coordinate(114, 1000), coordinate(22.6, 1000))
const sites = fc.uniqueArray(site, { minLength: 3, maxLength: 60, selector: String })

it('finds the cell of the nearest site in every tree', () => {
  fc.assert(
    fc.property(sites, sites, spot, (grids, reds, [lng, lat]) => {
      const expected = [grids, reds].map((tree, n) => {
        const distances = tree.map(([x, y]) => Math.hypot(x - lng, y - lat))
        const [best = 0, second = 1] = [...distances].sort((a, b) => a - b)
        // On a border both are right, and corners are kept to the centimetre; the tie is tested below.
        fc.pre(second - best > 1e-6)
        const name = n === 0 ? 'grid' : 'red'
        return {
          id: `${name}${String(distances.indexOf(best)).padStart(3, '0')}`,
          tree: name,
          inside: true,
          metresOutside: 0,
        }
      })
      expect(locate([...net(reds, 'red'), ...net(grids)], { lng, lat })).toEqual(expected)
    }),
  )
})

it('leaves no gap along a border: a point on or beside it is in one of the cells, whatever the order', () => {
  fc.assert(
    fc.property(sites, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (grids, pick, along) => {
      const shapes = net(grids)
      const ring = shapes[pick % shapes.length]?.boundary[0]?.[0] ?? []
      const [x1, y1] = ring[pick % (ring.length - 1)] ?? [0, 0]
      const [x2, y2] = ring[(pick % (ring.length - 1)) + 1] ?? [0, 0]
      const point = { lng: x1 + (x2 - x1) * along, lat: y1 + (y2 - y1) * along }
      // The outer edge of the box has nobody on its other side.
      const rim = 1e-6
      fc.pre(box[0] + rim < point.lng && point.lng < box[2] - rim)
      fc.pre(box[1] + rim < point.lat && point.lat < box[3] - rim)
      const [found] = locate(shapes, point)
      expect(found?.inside).toBe(true)
      expect(locate([...shapes].reverse(), point)).toEqual([found])
    }),
    { numRuns: 1000 },
  )
})

type Ring = [number, number][]

/** Ray casting in whole numbers without bounds, all areas one after the other: slow, and it cannot be wrong by rounding. */
const bySlowRay = (boundary: Boundary, point: Point): boolean =>
  boundary.some(polygon => {
    const [x, y] = [unit(point.lng), unit(point.lat)]
    let inside = false
    for (const ring of polygon) {
      for (let i = 0; i < ring.length; i++) {
        const [a, b] = [ring[i] as [number, number], ring[(i + 1) % ring.length] as [number, number]]
        const [x1, y1, x2, y2] = [unit(a[0]), unit(a[1]), unit(b[0]), unit(b[1])]
        const cross = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
        const between = (p: bigint, q: bigint, r: bigint) => (p <= q && q <= r) || (r <= q && q <= p)
        if (cross === 0n && between(x1, x, x2) && between(y1, y, y2)) return true
        if (y1 > y !== y2 > y && cross > 0n === y2 > y1) inside = !inside
      }
    }
    return inside
  })
const unit = (degrees: number) => BigInt(Math.round(degrees * 1e7))

it('agrees with slow ray casting for any rings: crossing themselves, touching, with holes, on every corner and edge', () => {
  // A coarse lattice, so that points fall on corners and edges all the time; small ones are packed in another way.
  const step = fc.integer({ min: 0, max: 6 })
  const corner = fc.tuple(step, step)
  const ring = fc.array(corner, { minLength: 3, maxLength: 9 })
  const boundary = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  const boundaries = fc.array(boundary, { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(boundaries, corner, fc.constantFrom(10, 1e4), (drawn, at, parts) => {
      const onGround = ([x, y]: [number, number]): [number, number] => [114 + x / parts, 22 + y / parts]
      const shapes = drawn.map((one, n) => ({
        id: `a${n}`,
        tree: 'grid',
        boundary: one.map(polygon => polygon.map(corners => corners.map(onGround))),
      }))
      const [lng, lat] = onGround(at)
      const [found] = locate(shapes, { lng, lat })
      const expected = shapes.findIndex(one => bySlowRay(one.boundary, { lng, lat }))
      expect(found?.inside ? found.id : '').toBe(expected < 0 ? '' : `a${expected}`)
    }),
    { numRuns: 1000 },
  )
})

it('finds the lowest of any number of areas that lie on each other, in every tree', () => {
  const shapes = Array.from({ length: 60 }, (_, n) => ({
    id: `a${String(n).padStart(2, '0')}`,
    tree: `t${n % 3}`,
    // Each a little smaller than the one before.
    boundary: [[box4(114 + n * 1e-4, 22 + n * 1e-4, 114.02 - n * 1e-4, 22.02 - n * 1e-4)]],
  }))
  const ids = (areas: Shape[], lng: number) => locate(areas, { lng, lat: 22.01 }).map(({ id }) => id)
  expect(ids(shapes, 114.01)).toEqual(['a00', 'a01', 'a02'])
  // Those that are left when the larger ones are taken away, one after the other.
  for (let n = 0; n < 57; n += 8)
    expect(ids(shapes.slice(n), 114.01).sort()).toEqual(shapes.slice(n, n + 3).map(({ id }) => id))
  expect(locate(shapes.slice(30), { lng: 114.0025, lat: 22.01 }).every(({ inside }) => !inside)).toBe(true)
})

it('gives the nearest of all when none contains the point', () => {
  const square = fc.tuple(coordinate(114, 200), coordinate(22.6, 200))
  fc.assert(
    fc.property(fc.array(square, { minLength: 1, maxLength: 80 }), spot, (squares, [lng, lat]) => {
      const size = 0.0003
      const shapes = squares.map(([x, y], n) => ({
        id: `a${String(n).padStart(3, '0')}`,
        tree: 'grid',
        boundary: [[box4(x, y, x + size, y + size)]],
      }))
      const shrink = Math.cos((lat * Math.PI) / 180)
      const distances = squares.map(([x, y]) =>
        Math.hypot(Math.max(0, x - lng, lng - x - size) * shrink, Math.max(0, y - lat, lat - y - size)),
      )
      const best = Math.min(...distances)
      fc.pre(best > 1e-6)
      const [found] = locate(shapes, { lng, lat })
      expect(found?.inside).toBe(false)
      // A tenth of a metre is shown, and corners are kept to the centimetre.
      expect(Math.abs((found?.metresOutside ?? 0) - best * metresPerDegree)).toBeLessThan(0.1)
    }),
  )
})

/** A great circle of R = 6,378,100 m. */
const metresPerDegree = (Math.PI * 6_378_100) / 180

const box4 = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

it('knows holes, islands in them, parts, and a ring that touches itself', () => {
  const boundary: Boundary = [
    [box4(100, 20, 104, 24), box4(101, 21, 103, 23)],
    [box4(101.5, 21.5, 102.5, 22.5)],
    [
      [
        [110, 20],
        [112, 22],
        [110, 24],
        [112, 24],
        [112, 22],
        [112, 20],
      ],
    ],
  ]
  const inside = (lng: number, lat: number) =>
    locate([{ id: 'a', tree: 'grid', boundary }], { lng, lat })[0]?.inside
  expect(inside(101.2, 21.2)).toBe(false)
  expect(inside(102, 22)).toBe(true)
  expect(inside(100.5, 22)).toBe(true)
  expect(inside(101, 22)).toBe(true)
  expect(inside(111.5, 21)).toBe(true)
  expect(inside(112, 22)).toBe(true)
  expect(inside(110.5, 22)).toBe(false)
})

it('gives a shared border to the lowest id, whatever the order', () => {
  const a = { id: 'a', tree: 'grid', boundary: [[box4(114, 22, 114.5, 23)]] }
  const b = { id: 'b', tree: 'grid', boundary: [[box4(114.5, 22, 115, 23)]] }
  const point = { lng: 114.5, lat: 22.5 }
  expect([locate([a, b], point), locate([b, a], point)].map(([found]) => found?.id)).toEqual(['a', 'a'])
})

it('lets nobody fall between two neighbours, whichever way round each is drawn', () => {
  const low: [number, number] = [114.067346, 22.63635]
  const high: [number, number] = [114.035683, 22.656046]
  const west = { id: 'west', tree: 'grid', boundary: [[[low, high, [114, 22.64], low]]] as Boundary }
  const east = { id: 'east', tree: 'grid', boundary: [[[high, low, [114.2, 22.65], high]]] as Boundary }
  expect(locate([west, east], { lng: 114.04310539297424, lat: 22.65142889321856 })[0]?.inside).toBe(true)
})

it('says how far outside in metres, and nothing when there is nothing', () => {
  const shape = { id: 'a', tree: 'grid', boundary: [[box4(114, 22, 114.1, 22.1)]] }
  const [found] = locate([shape], { lng: 114.05, lat: 22.101 })
  expect(found).toMatchObject({ id: 'a', inside: false })
  // A thousandth of a degree of latitude.
  expect(found?.metresOutside).toBeCloseTo(111.3, 0)
  expect(locate([], { lng: 114, lat: 22 })).toEqual([])
})

it('refuses bytes that are no index', () =>
  expect(() => AreaIndex.from(new Uint8Array(64))).toThrow('no index of areas'))
