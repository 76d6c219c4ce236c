import { crockfordDigits } from '../id/crockford'

/** UTC+8, all year: China has no summer time. */
const chinaOffset = 8 * 3_600_000

// Crockford's own check symbols: 32 digits and five more make a residue modulo 37.
const checkDigits = crockfordDigits + '*~$=u'

/**
 * The number people say on the phone: `YYMMDD-` (China date), five Crockford characters of the id and a check
 * character that catches one wrong or two swapped characters. No counter, so nothing is contended.
 *
 * @example requestNumber('r3k9qz…', at) // '261123-3K9QZ7'
 */
export const requestNumber = (id: string, createdAt: number): string => {
  const day = new Date(createdAt + chinaOffset).toISOString().slice(2, 10).replaceAll('-', '')
  const body = id.slice(1, 6)
  return `${day}-${(body + checkCharacter(day + body)).toUpperCase()}`
}

/** Whether a number was heard right. */
export const isRequestNumber = (number: string): boolean => {
  const [day, rest] = number.toLowerCase().split('-')
  return !!day && !!rest && rest.length === 6 && checkCharacter(day + rest.slice(0, 5)) === rest[5]
}

const checkCharacter = (text: string): string =>
  checkDigits[[...text].reduce((sum, character) => (sum * 32 + checkDigits.indexOf(character)) % 37, 0)] ?? ''
