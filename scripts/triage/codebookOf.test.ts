import fc from 'fast-check'
import { codebookOf } from './codebookOf'

const loss = (weights: readonly number[], book: readonly number[]): number =>
  weights.reduce((sum, weight) => sum + Math.min(...book.map(code => (code - weight) ** 2)), 0)

it('no two codes would lose less', () => {
  const weights = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(weights, all => {
      const best = loss(all, codebookOf(all, 2))
      for (let a = -127; a <= 127; a += 1)
        for (let b = a; b <= 127; b += 1)
          if (loss(all, [a, b]) < best) throw new Error(`${a} and ${b} lose less`)
    }),
    { numRuns: 5 },
  )
})
