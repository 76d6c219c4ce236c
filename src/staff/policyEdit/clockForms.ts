import type { Tier } from '../../../contract/tiers'
import type { ClockRule, TierClocks } from '../../../domain/deadline/deadlinePolicy'

/** A clock that has a form of its own in every tier. */
export type ClockKey = {
  [K in keyof TierClocks]-?: NonNullable<TierClocks[K]> extends ClockRule ? K : never
}[keyof TierClocks]

/** What each is called, in the order in which they are met. */
export const clockWords: Record<ClockKey, string> = {
  accept: '多久受理',
  danger: '多久有人判断是不是急事',
  reply: '多久回话',
  onSite: '多久到现场',
  controlled: '多久控制住险情',
  resolve: '多久办好',
  progress: '多久说一次进展',
  confirm: '等居民确认多久',
}

const everyTier: readonly ClockKey[] = ['accept', 'reply', 'resolve', 'progress', 'confirm']
const ofDanger: readonly ClockKey[] = ['danger', 'onSite', 'controlled']

/** The clocks a tier can have: those of danger only where there is danger, or where somebody wrote one down. */
export const clocksOf = (tier: Tier, clocks: TierClocks): ClockKey[] =>
  (Object.keys(clockWords) as ClockKey[]).filter(
    key => everyTier.includes(key) || (tier === 'A' && ofDanger.includes(key)) || clocks[key] !== undefined,
  )

/** What a clock begins with that a tier did not have; the others every tier has. */
export const freshClocks: Partial<Record<ClockKey, ClockRule>> = {
  danger: { length: { minutes: 10 }, steps: [{ share: 1, tell: ['street'] }] },
  onSite: {
    length: { minutes: 120 },
    staffOnly: true,
    steps: [{ share: 1, tell: ['handler', 'community'] }],
  },
  controlled: {
    length: { minutes: 1440 },
    staffOnly: true,
    steps: [{ share: 1, tell: ['handler', 'community'] }],
  },
  progress: { length: { days: 3 }, steps: [{ share: 1, tell: ['handler'] }] },
}

/** What else can be said of a clock. */
export const flagOf: Partial<Record<ClockKey, 'staffOnly' | 'callback'>> = {
  onSite: 'staffOnly',
  controlled: 'staffOnly',
  confirm: 'callback',
}

export const freshExtension: NonNullable<TierClocks['extension']> = { times: 1, length: { workingDays: 2 } }

export const freshPause: NonNullable<TierClocks['pause']> = {
  times: 2,
  answer: {
    length: { days: 3 },
    steps: [
      { share: 0.7, tell: ['reporter'] },
      { share: 1, tell: ['reporter', 'handler'] },
    ],
  },
}

export const freshSuspension: NonNullable<TierClocks['suspension']> = {
  afterExtension: true,
  review: {
    length: { days: 30 },
    steps: [
      { share: 0.9, tell: ['handler'] },
      { share: 1, tell: ['handler', 'street'] },
    ],
  },
}
