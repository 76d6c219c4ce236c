import fc from 'fast-check'
import { packRuns, unpackRuns } from './runTree'

const run = fc.stringOf(fc.constantFrom('水', '电', '漏', '没', '0', 'k'), { minLength: 1, maxLength: 3 })
/** With all their beginnings. */
const runs = fc
  .array(run, { maxLength: 60 })
  .map(list => [
    ...new Set(list.flatMap(one => Array.from({ length: one.length }, (_, i) => one.slice(0, i + 1)))),
  ])

const unpacked = (packed: ReturnType<typeof packRuns>): string[] => {
  const found = ['']
  unpackRuns(packed, (beginning, letter) => found.push(found[beginning]! + String.fromCharCode(letter)))
  return found.slice(1)
}

it('gives back every run that was packed, in the order it names', () => {
  fc.assert(
    fc.property(runs, all => {
      const packed = packRuns(all)
      expect(unpacked(packed)).toEqual(packed.order)
      expect([...packed.order].sort()).toEqual([...all].sort())
    }),
  )
})

it('keeps letters that stand far apart', () => {
  const letters = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(0x4e00 + i))
  const packed = packRuns([...letters, ...letters.map(letter => letters[7] + letter)])
  expect(unpacked(packed)).toEqual(packed.order)
})

it('refuses a run without its beginning, which no walk would find', () => {
  expect(() => packRuns(['漏水'])).toThrow('漏水')
})
