import fc from 'fast-check'
import { codeBits, outputs } from '../../domain/triage/modelData'
import { unpackRuns } from '../../domain/triage/runTree'
import { middle, rowBytes, unpackWeights } from '../../domain/triage/unpackWeights'
import { packModel } from './packModel'

/** The most that a weight may be off: the range, cut into as many stretches as there are codes. */
const coarsest = Math.ceil(255 / (1 << codeBits) / 2) + 1

it('stores what was learnt, each weight as near as the codes allow', () => {
  const names = ['水', '漏', '漏水', '=gas', '!a.gas']
  const row = fc.array(fc.integer({ min: -127, max: 127 }), {
    minLength: outputs.length,
    maxLength: outputs.length,
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: names.length, maxLength: names.length }), rows => {
      const model = packModel({
        id: 'm',
        source: '',
        names,
        counts: names.map(() => 9),
        weights: Float32Array.from(rows.flat()),
        biases: new Float64Array(outputs.length),
      })
      const stored: string[] = ['']
      unpackRuns(model, (beginning, letter) => stored.push(stored[beginning]! + String.fromCharCode(letter)))
      const kept = [...stored.slice(1), ...model.named.split(' ').filter(Boolean)]
      const { danger, rows: bytes } = unpackWeights(model)
      expect(danger).toHaveLength(kept.length)
      kept.forEach((name, place) =>
        model.scales.forEach((scale, o) => {
          const weight = o ? bytes[place * rowBytes + o - 1]! - middle : danger[place]!
          const learnt = rows[names.indexOf(name)]![o]!
          const off = Math.abs(weight * scale - learnt) / (scale || 1)
          expect(off).toBeLessThanOrEqual(o ? coarsest : 0.51)
        }),
      )
    }),
    { numRuns: 5 },
  )
})
