import fc from 'fast-check'
import { crossing } from './crossing'

type Corner = [number, number]

const corner = fc.tuple(
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 12 }),
) as fc.Arbitrary<Corner>
const rings = fc.array(corner, { minLength: 3, maxLength: 9 }).map(points => [...points, points[0] as Corner])
const onEarth = (ring: readonly Corner[]) => ring.map(([x, y]): Corner => [114 + x / 1000, 22 + y / 1000])

/** Every pair of edges, each against the line of the other. */
const slowly = (ring: readonly Corner[]): boolean => {
  const edges = ring.slice(1).map((to, n) => [ring[n] as Corner, to] as const)
  const side = ([a, b]: readonly [Corner, Corner], [x, y]: Corner) =>
    Math.sign((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]))
  return edges.some((one, n) =>
    edges
      .slice(n + 1)
      .some(
        other =>
          side(one, other[0]) * side(one, other[1]) < 0 && side(other, one[0]) * side(other, one[1]) < 0,
      ),
  )
}

it('finds a crossing exactly where the slow way finds one', () => {
  fc.assert(
    fc.property(rings, ring => {
      expect(crossing([[onEarth(ring)]]) !== undefined).toBe(slowly(ring))
    }),
    { numRuns: 2000 },
  )
})

it('lets rings meet in a corner', () => {
  const one: Corner[] = [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0],
  ]
  const other: Corner[] = [
    [2, 2],
    [4, 2],
    [4, 4],
    [2, 4],
    [2, 2],
  ]
  expect(crossing([[onEarth(one)], [onEarth(other)]])).toBeUndefined()
})
