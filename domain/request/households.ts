import { hour } from '../time/china'
import type { Request } from './request'

type Counted = Pick<Request, '_id' | 'reporterId' | 'source' | 'joined' | 'merged'>

/** Accounts that reported it or something dealt with in it: each once, however often they reported. */
export const reportersOf = ({ merged = [], ...own }: Omit<Counted, 'joined'>): string[] => [
  ...new Set([reporterOf(own), ...merged.map(({ reporterId: id }) => id)]),
]

/** Whom a report counts for: what an officer takes down for ten neighbours is ten, so each of those is one of its own. */
export const reporterOf = ({ _id, reporterId, source }: Pick<Request, '_id' | 'reporterId' | 'source'>) =>
  source ? _id : reporterId

/**
 * How many households a request is about: everybody who reported it or something dealt with in it, and the other accounts
 * that joined any of these. One account counts once and as one household: no more of a home is kept than its building
 * (`buildingOf`), so that two of one family cannot be told from two of one staircase.
 */
export const householdsOf = (request: Counted): number => reportersOf(request).length + (request.joined ?? 0)

/** Hours that each household beyond the first moves a request forward in its tier of the worklist, and the most of it. */
const [hoursEach, hoursMost] = [4, 48]

/** How far forward, ms. What is due stays due then: it is only looked at earlier. */
export const ahead = (request: Counted): number =>
  Math.min((householdsOf(request) - 1) * hoursEach, hoursMost) * hour
