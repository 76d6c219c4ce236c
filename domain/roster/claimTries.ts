import { Refusal } from '../../contract/refusal'
import { minute } from '../time/china'

/** How often one account has lately tried to bind a staff record, as stored in `claimTries` under the account's id. */
export interface ClaimTries {
  _id: string
  v: 1
  rev: number
  events: never[]
  /** ms, and what was tried: the same again is one try. */
  tries: { at: number; id: string }[]
}

/** Tries in the time of one code: against eight digits, one in twenty million. */
const triesMost = 5
const triesLast = 30 * minute

/** With one more try; the same object when it was made before. Throws `tooMany`. */
export const withTry = (before: ClaimTries, id: string, now: number): ClaimTries => {
  const tries = before.tries.filter(({ at }) => now - at < triesLast)
  if (tries.some(one => one.id === id)) return before
  if (tries.length >= triesMost) {
    throw new Refusal('tooMany', '试的次数太多了，请过半小时再试，或者请负责您这片的同事来帮忙。')
  }
  return { ...before, tries: [...tries, { at: now, id }] }
}
