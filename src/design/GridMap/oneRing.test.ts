import fc from 'fast-check'
import { oneRing } from './oneRing'

type Ring = [number, number][]
const square = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
]
const mirrored = (ring: Ring): Ring => [...ring].reverse()

/** How often the ring winds around a point: what maps fill is where it is not zero. */
const winding = (ring: readonly (readonly [number, number])[], [px, py]: [number, number]): number =>
  ring.reduce((turns, [x, y], n) => {
    const [toX, toY] = ring[(n + 1) % ring.length] ?? [x, y]
    const left = (toX - x) * (py - y) - (px - x) * (toY - y)
    if (y <= py && toY > py && left > 0) return turns + 1
    if (y > py && toY <= py && left < 0) return turns - 1
    return turns
  }, 0)

it('covers the ground of the outline and leaves out the holes, whichever way they were drawn', () => {
  const turn = fc.boolean()
  const coordinate = fc.integer({ min: 0, max: 99 }).map(n => n + 0.5)
  fc.assert(
    fc.property(turn, turn, turn, coordinate, coordinate, (a, b, c, x, y) => {
      const holes = [square(10, 10, 20), square(60, 50, 30)]
      const drawn = [square(0, 0, 100), ...holes].map((ring, n) => ([a, b, c][n] ? mirrored(ring) : ring))
      const isInHole = holes.some(([[left, low] = [0, 0], , [right, high] = [0, 0]]) => {
        return x > left && x < right && y > low && y < high
      })
      expect(winding(oneRing(drawn), [x, y]) !== 0).toBe(!isInHole)
    }),
  )
})

it('leaves a polygon without holes as it is, and makes nothing of none', () => {
  expect(winding(oneRing([square(0, 0, 4)]), [2, 2])).toBe(1)
  expect(oneRing([])).toEqual([])
})
