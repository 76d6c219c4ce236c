import { chinaDate, dayKey } from '../time/china'
import type { Lack } from './gap'

/** How far the check of one night has come, as stored in `nights`: a run does a part, and the next one goes on. */
export interface Night {
  /** `night-2026-11-25`: the day whose early morning it is. */
  _id: string
  v: 1
  rev: number
  events: never[]
  stage: 'reading' | 'settling' | 'done'
  /** Which root of the main tree is being read, and its requests up to where. */
  root: number
  cursor: string
  /** Open requests looked at so far. */
  requests: number
  /** What was found among them so far. */
  lacks: Lack[]
}

/** When the check begins, minutes after midnight in China. */
const begins = 2 * 60 + 30

/** The check that belongs to an instant (ms); undefined in the hours before it begins. */
export const nightOf = (now: number): string | undefined =>
  chinaDate(now).minutes < begins ? undefined : `night-${dayKey(now)}`

/** A check at its beginning. */
export const newNight = (id: string): Night => ({
  _id: id,
  v: 1,
  rev: 1,
  events: [],
  stage: 'reading',
  root: 0,
  cursor: '',
  requests: 0,
  lacks: [],
})
