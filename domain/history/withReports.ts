import type { Request } from '../request/request'
import { categoryOf } from '../request/categoryOf'
import { daysMost } from '../triage/circumstances'
import { dangerKinds } from '../triage/remarks'
import type { HistoryRules, TriagePolicy } from '../triage/triagePolicy'
import { type DaysOf, dayNumber, type HistorySummary, type PlaceDays } from './historySummary'
import { placeKey } from './placeKey'

/** No more buildings than this are remembered; those of which nothing was heard for the longest go first. */
export const placesMost = 4000

/** What is read of a report for the summary. */
export type Remembered = Pick<
  Request,
  'text' | 'place' | 'gridId' | 'tier' | 'category' | 'triage' | 'createdAt' | 'mergedInto'
>

/**
 * The summary with reports added and what is too old at `now` (ms) left out. A report added twice counts once, and so do all of
 * one day. What is dealt with in another is one matter with it; what is about staff or for another office is not for those on
 * the ground: neither counts. A danger that a person has found to be none does not either.
 */
export const withReports = (
  before: HistorySummary,
  reports: readonly Remembered[],
  policy: TriagePolicy,
  now: number,
): HistorySummary => {
  const places = new Map(Object.entries(before.places))
  for (const report of reports) {
    const key = placeKey(report.gridId, report.place, report.text)
    if (key && counts(report)) places.set(key, withReport(places.get(key), report, policy))
  }
  const kept = [...places].flatMap(([key, known]) => {
    const young = notTooOld(known, policy.history, dayNumber(now))
    return young ? [[key, young] as const] : []
  })
  return { ...before, id: `history:${now}`, upTo: now, places: Object.fromEntries(lastHeardOf(kept)) }
}

const counts = ({ mergedInto, triage: { aboutStaff, door } }: Remembered): boolean =>
  !mergedInto && !aboutStaff && !door

const withReport = (
  { dangers, matters }: PlaceDays = { dangers: {}, matters: {} },
  report: Remembered,
  policy: TriagePolicy,
): PlaceDays => {
  const on = dayNumber(report.createdAt)
  const category = categoryOf(report)
  const kinds = report.tier === 'A' ? dangerKinds(report.triage.trace, policy) : []
  return {
    dangers: withDay(dangers, kinds, on),
    matters: withDay(matters, policy.history.leftOut.includes(category) ? [] : [category], on),
  }
}

const withDay = <K extends string>(days: DaysOf<K>, kinds: readonly K[], on: number): DaysOf<K> => ({
  ...days,
  ...(Object.fromEntries(
    kinds.map(kind => [
      kind,
      [...new Set([...(days[kind] ?? []), on])].sort((a, b) => a - b).slice(-daysMost),
    ]),
  ) as DaysOf<K>),
})

const notTooOld = (
  { dangers, matters }: PlaceDays,
  { dangerDays, matterDays }: HistoryRules,
  today: number,
): PlaceDays | undefined => {
  const young = { dangers: after(dangers, today - dangerDays), matters: after(matters, today - matterDays) }
  return Object.keys(young.dangers).length || Object.keys(young.matters).length ? young : undefined
}

const after = <K extends string>(days: DaysOf<K>, before: number): DaysOf<K> =>
  Object.fromEntries(
    Object.entries<number[] | undefined>(days)
      .map(([kind, on = []]) => [kind, on.filter(one => one > before)] as const)
      .filter(([, on]) => on.length),
  ) as DaysOf<K>

type Known = readonly [key: string, days: PlaceDays]

const lastHeardOf = (places: readonly Known[]): readonly Known[] =>
  places.length <= placesMost
    ? places
    : [...places].sort((a, b) => lastDay(b) - lastDay(a)).slice(0, placesMost)

const lastDay = ([, { dangers, matters }]: Known): number =>
  Math.max(...Object.values({ ...dangers, ...matters }).map((days = []) => days.at(-1) ?? 0))
