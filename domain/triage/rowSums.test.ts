import fc from 'fast-check'
import { RowSums } from './rowSums'
import { middle, rowBytes } from './unpackWeights'

it('adds what somebody adds one by one, however many rows and however large', () => {
  const weight = fc.constantFrom(-127, -60, -1, 0, 1, 90, 127)
  const row = fc.array(weight, { minLength: rowBytes, maxLength: rowBytes })
  const heard = fc.array(fc.tuple(fc.nat({ max: 2 }), fc.constantFrom(3, 10, 13, 16)), { maxLength: 40 })
  fc.assert(
    fc.property(fc.tuple(row, row, row), heard, fc.boolean(), (rows, few, isLong) => {
      // In a long list halves of numbers run over unless they are emptied in time.
      const list = isLong ? few.flatMap(one => Array.from({ length: 300 }, () => one)) : few
      const sums = new Int32Array(rowBytes)
      const bytes = Uint8Array.from(rows.flat(), weight => weight + middle)
      const places = Int32Array.from(list, ([place]) => place)
      const times = Uint8Array.from(list, ([, factor]) => factor)
      new RowSums(bytes).add(places, times, 0, list.length, sums)
      const slow = Array.from({ length: rowBytes }, (_, o) =>
        list.reduce((sum, [place, factor]) => sum + rows[place]![o]! * factor, 0),
      )
      expect([...sums]).toEqual(slow)
    }),
    { numRuns: 60 },
  )
})
