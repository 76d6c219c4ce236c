import fc from 'fast-check'
import { crockfordDigits } from '../id/crockford'
import { documentId } from '../id/documentId'
import { isRequestNumber, requestNumber } from './requestNumber'

const numbers = fc
  .tuple(fc.string(), fc.integer({ min: 1_600_000_000_000, max: 2_000_000_000_000 }))
  .map(([seed, at]) => requestNumber(documentId('r', seed), at))

it('names the China date of the report', () => {
  // 16:30 UTC on the 22nd is 00:30 on the 23rd in China.
  expect(requestNumber('rabcdefgh', Date.UTC(2026, 10, 22, 16, 30))).toMatch(/^261123-ABCDE.$/)
})

it('is recognised when heard right, in either case', () => {
  fc.assert(fc.property(numbers, number => isRequestNumber(number) && isRequestNumber(number.toLowerCase())))
})

it('shows one wrong character', () => {
  fc.assert(
    fc.property(numbers, fc.nat(5), fc.nat(30), (number, place, shift) => {
      const at = 7 + place
      const digit = crockfordDigits.indexOf(number[at]!.toLowerCase())
      const wrong = crockfordDigits[(digit + 1 + shift) % 32]!
      return !isRequestNumber(number.slice(0, at) + wrong + number.slice(at + 1))
    }),
  )
})

it('shows two neighbouring characters swapped', () => {
  fc.assert(
    fc.property(numbers, fc.nat(4), (number, place) => {
      const at = 7 + place
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
      return swapped === number || !isRequestNumber(swapped)
    }),
  )
})
