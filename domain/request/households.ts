import { hour } from '../time/china'
import type { Request } from './request'

type Counted = Pick<Request, 'joined' | 'merged'>

/**
 * How many households a request is about: who reported it, each account that joined, and those of every request that is
 * dealt with in it. One account counts as one household, for no more is known of a home than its building.
 */
export const householdsOf = ({ joined = 0, merged = [] }: Counted): number =>
  1 + joined + merged.reduce((sum, { households }) => sum + households, 0)

/** Hours that each household beyond the first moves a request forward in its tier of the worklist, and the most of it. */
const [hoursEach, hoursMost] = [4, 48]

/** How far forward, ms. What is due stays due then: it is only looked at earlier. */
export const ahead = (request: Counted): number =>
  Math.min((householdsOf(request) - 1) * hoursEach, hoursMost) * hour
