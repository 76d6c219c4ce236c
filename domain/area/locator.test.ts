import { Delaunay } from 'd3-delaunay'
import fc from 'fast-check'
import { contains, locatorOf, type Shape } from './locator'

const box: [number, number, number, number] = [114, 22.6, 114.1, 22.7]

/** A Voronoi net: the cell of the nearest site is the answer, which is an oracle of its own. */
const net = (sites: [number, number][]): Shape[] =>
  [...Delaunay.from(sites).voronoi(box).cellPolygons()].map(cell => ({
    _id: `g${String(cell.index).padStart(3, '0')}`,
    boundary: [[cell as [number, number][]]],
  }))

const coordinate = (from: number, steps: number) =>
  fc.integer({ min: 1, max: steps - 1 }).map(n => from + (n / steps) * 0.1)
const spot = fc.tuple(coordinate(114, 100_000), coordinate(22.6, 100_000))
/** Sites at least ten metres apart: closer ones are beyond what the oracle's own arithmetic can tell apart. */
const site = fc.tuple(coordinate(114, 1000), coordinate(22.6, 1000))

it('finds the cell of the nearest site', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(site, { minLength: 3, maxLength: 60, selector: String }),
      spot,
      (sites, [lng, lat]) => {
        const distances = sites.map(([x, y]) => Math.hypot(x - lng, y - lat))
        const [best = 0, second = 1] = [...distances].sort((a, b) => a - b)
        // On a border both are right; the tie is tested below.
        fc.pre(second - best > 1e-9)
        const found = locatorOf(net(sites)).locate({ lng, lat })
        expect(found).toEqual({
          id: `g${String(distances.indexOf(best)).padStart(3, '0')}`,
          inside: true,
          metresOutside: 0,
        })
      },
    ),
  )
})

it('leaves no gap along a border: a point on or beside it is in one of the cells', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(site, { minLength: 4, maxLength: 30, selector: String }),
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (sites, pick, along) => {
        const shapes = net(sites)
        const ring = shapes[pick % shapes.length]?.boundary[0]?.[0] ?? []
        const [x1, y1] = ring[pick % (ring.length - 1)] ?? [0, 0]
        const [x2, y2] = ring[(pick % (ring.length - 1)) + 1] ?? [0, 0]
        const point = { lng: x1 + (x2 - x1) * along, lat: y1 + (y2 - y1) * along }
        // The outer edge of the box has nobody on its other side.
        const rim = 1e-9
        fc.pre(box[0] + rim < point.lng && point.lng < box[2] - rim)
        fc.pre(box[1] + rim < point.lat && point.lat < box[3] - rim)
        const found = locatorOf(shapes).locate(point)
        expect(found?.inside).toBe(true)
        // And the same one whatever the order.
        expect(locatorOf([...shapes].reverse()).locate(point)).toEqual(found)
      },
    ),
    { numRuns: 1000 },
  )
})

const ring = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

it('gives a shared border to the lowest id, whatever the order', () => {
  const [a, b]: Shape[] = [
    { _id: 'a', boundary: [[ring(114, 22, 114.5, 23)]] },
    { _id: 'b', boundary: [[ring(114.5, 22, 115, 23)]] },
  ]
  for (const shapes of [
    [a!, b!],
    [b!, a!],
  ]) {
    expect(locatorOf(shapes).locate({ lng: 114.5, lat: 22.5 })?.id).toBe('a')
  }
})

it('lets nobody fall between two neighbours, whichever way round each is drawn', () => {
  // Worked out from one end of this border and from the other, it passes on either side of the point: one unit in the
  // last place apart.
  const [low, high]: [number, number][] = [
    [114.067346, 22.63635],
    [114.035683, 22.656046],
  ]
  const west: Shape = { _id: 'west', boundary: [[[low!, high!, [114, 22.64], low!]]] }
  const east: Shape = { _id: 'east', boundary: [[[high!, low!, [114.2, 22.65], high!]]] }
  const found = locatorOf([west, east]).locate({ lng: 114.04310539297424, lat: 22.65142889321856 })
  expect(found?.inside).toBe(true)
})

it('knows holes and parts', () => {
  const boundary = [[ring(0, 0, 4, 4), ring(1, 1, 3, 3)], [ring(10, 10, 11, 11)]]
  expect(contains(boundary, { lng: 2, lat: 2 })).toBe(false)
  expect(contains(boundary, { lng: 0.5, lat: 2 })).toBe(true)
  expect(contains(boundary, { lng: 1, lat: 2 })).toBe(true)
  expect(contains(boundary, { lng: 10.5, lat: 10.5 })).toBe(true)
})

it('says how far outside, in metres', () => {
  const locator = locatorOf([{ _id: 'a', boundary: [[ring(114, 22, 114.1, 22.1)]] }])
  const found = locator.locate({ lng: 114.05, lat: 22.101 })
  // A thousandth of a degree of latitude.
  expect(found).toMatchObject({ id: 'a', inside: false })
  expect(found?.metresOutside).toBeCloseTo(111.3, 0)
  expect(locatorOf([]).locate({ lng: 114, lat: 22 })).toBeUndefined()
})
