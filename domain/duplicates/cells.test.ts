import fc from 'fast-check'
import { cellOf, cellsAround } from './cells'
import { metresBetween, metresPerDegree } from './metresBetween'

const point = fc.record({
  lng: fc.double({ min: 73, max: 136, noNaN: true }),
  lat: fc.double({ min: 3, max: 53.9, noNaN: true }),
})
const turn = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true })

it('looks at every cell that something within reach can lie in, at four at most', () => {
  fc.assert(
    fc.property(point, turn, fc.double({ min: 0, max: 250, noNaN: true }), (here, angle, metres) => {
      const lat = here.lat + (metres * Math.sin(angle)) / metresPerDegree
      const there = {
        lat,
        lng: here.lng + (metres * Math.cos(angle)) / metresPerDegree / Math.cos((here.lat * Math.PI) / 180),
      }
      fc.pre(metresBetween(here, there) <= 249.9)
      const cells = cellsAround(here, 250)
      expect(cells).toContain(cellOf(there))
      expect(new Set(cells).size).toBe(cells.length)
      expect(cells.length).toBeLessThanOrEqual(4)
    }),
    { numRuns: 2000 },
  )
})
