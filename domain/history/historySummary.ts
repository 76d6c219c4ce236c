import type { Category } from '../../contract/categories'
import { day, startOfDay } from '../time/china'
import type { Before } from '../triage/circumstances'
import type { HistoryRules } from '../triage/triagePolicy'

/**
 * What was reported at buildings lately, as it is published: on which days, and nothing of who or what. Neither a building
 * nor a kind takes more room than its share, however much is reported.
 */
export interface HistorySummary {
  v: 1
  /** Names it, for the traces of decisions. */
  id: string
  /** The policy whose kinds it counts. */
  policy: string
  /** The day (`dayNumber`) it was last made from all reports: what people corrected since then is not in it. */
  madeOn: number
  /** Reports made up to here are in it, ms. */
  upTo: number
  /** By `placeKey`. */
  places: Record<string, PlaceDays>
}

/** The days (`dayNumber`) on which something was reported of one building, in their order. */
export interface PlaceDays {
  /** By the kind of the policy's `history.kinds`. */
  dangers: DaysOf<string>
  matters: DaysOf<Category>
}
export type DaysOf<Kind extends string> = Partial<Record<Kind, number[]>>

/** The day in China that an instant (ms) lies in, counted from 1970. */
export const dayNumber = (at: number): number => Math.round((startOfDay(at) - startOfDay(0)) / day)

/** A summary of nothing, made at an instant (ms) under the policy of that id. */
export const noHistory = (policy: string, now: number): HistorySummary => ({
  v: 1,
  id: `history:${now}`,
  policy,
  madeOn: dayNumber(now),
  upTo: now,
  places: {},
})

/** What is remembered of a building, for a report made at `now` (ms); undefined when nothing is. */
export const beforeAt = (
  { id, places }: HistorySummary,
  key: string | undefined,
  { dangerDays, matterDays }: HistoryRules,
  now: number,
): Before | undefined => {
  const known = key !== undefined && Object.hasOwn(places, key) ? places[key] : undefined
  if (!known) return undefined
  const today = dayNumber(now)
  const dangers = timesOf(known.dangers, on => on > today - dangerDays)
  // Another report of today may be of the same thing: of a danger that says all the more, but nothing has come back.
  const matters = timesOf(known.matters, on => on > today - matterDays && on < today)
  const isNothing = !Object.keys(dangers).length && !Object.keys(matters).length
  return isNothing ? undefined : { summary: id, dangers, matters }
}

const timesOf = <K extends string>(days: DaysOf<K>, counts: (on: number) => boolean) =>
  Object.fromEntries(
    Object.entries<number[] | undefined>(days)
      .map(([kind, on = []]) => [kind, on.filter(counts).length] as const)
      .filter(([, times]) => times),
  ) as Record<K, number>
