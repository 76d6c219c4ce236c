import { crockfordDigits } from '../id/crockford'
import { dayKey } from '../time/china'

/**
 * The number people say on the phone: `YYMMDD-` (China date), five Crockford characters of the id and a check
 * character. No counter, so nothing is contended.
 *
 * @example requestNumber('r3k9qz…', at) // '261123-3K9QZ7'
 */
export const requestNumber = (id: string, createdAt: number): string => {
  const day = dayKey(createdAt).slice(2).split('-').join('')
  const body = id.slice(1, 6)
  return `${day}-${(body + checkCharacter(day + body)).toUpperCase()}`
}

/** Whether a number was heard right: false for one wrong character or two swapped ones. */
export const isRequestNumber = (number: string): boolean => {
  const match = /^(\d{6})-([0-9a-z]{5})([0-9a-z])$/.exec(number.toLowerCase())
  return !!match && checkCharacter(`${match[1]}${match[2]}`) === match[3]
}

/**
 * The remainder of the text, read as a polynomial over GF(32) (x⁵ + x² + 1), at a primitive element. Every place
 * weighs differently for up to 31 characters, so one wrong or two swapped characters always show.
 */
const checkCharacter = (text: string): string => {
  let sum = 0
  for (const character of text) {
    const doubled = sum << 1
    sum = (doubled & 32 ? doubled ^ 0b100101 : doubled) ^ crockfordDigits.indexOf(character)
  }
  // One more step, so that the last character and the check character weigh differently too.
  const doubled = sum << 1
  return crockfordDigits[doubled & 32 ? doubled ^ 0b100101 : doubled] ?? ''
}
