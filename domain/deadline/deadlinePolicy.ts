import type { Tier } from '../../contract/tiers'

/**
 * A length of time: around the clock (`minutes`), working minutes, or whole working days counted to the close of the
 * last one.
 */
export type Length = { minutes: number } | { workingMinutes: number } | { workingDays: number }

/** The clocks of one tier. */
export interface TierClocks {
  accept: Length
  /** First word from a person. */
  reply: Length
  resolve: Length
  /** The reporter's window to say whether it is solved. */
  confirm: Length
}

/** Deadlines by tier, as data with a version. */
export interface DeadlinePolicy {
  id: string
  /** A clock warns when this share of its length (calendar time) has passed, 0–1. */
  warnShare: number
  tiers: Record<Tier, TierClocks>
}
