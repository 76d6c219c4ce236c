import type { Tier } from '../../contract/tiers'
import { type Clock, startClock } from './clock'
import type { DeadlineRules } from './deadlinePolicy'

/** The clocks of a tier that start with a submission or a reopening, in the order in which they are met. */
export const openNames = ['accept', 'danger', 'reply', 'onSite', 'controlled', 'resolve', 'progress'] as const
export type OpenClocks = Record<'accept' | 'reply' | 'resolve', Clock> &
  Partial<Record<(typeof openNames)[number], Clock>>

/**
 * The clocks that start at `at` (ms). A danger that the machine is not `sure` of has one more: by when a person has to
 * judge it, before the street is called.
 */
export const openClocks = (
  tier: Tier,
  at: number,
  { deadline, calendar }: DeadlineRules,
  sure = true,
): OpenClocks => {
  const rules = deadline.tiers[tier]
  const clocks: Partial<Record<(typeof openNames)[number], Clock>> = {}
  for (const name of openNames) {
    const rule = rules[name]
    if (rule && !(name === 'danger' && sure)) clocks[name] = startClock(rule, at, calendar)
  }
  return clocks as OpenClocks
}
