import type { Category } from '../../contract/categories'
import type { Tile } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import { triage } from './triage'
import type { RequestType, Route, TriagePolicy } from './triagePolicy'

/** A message that was sorted under one policy and is tried under another. */
export interface Rehearsed {
  id: string
  text: string
  tile?: Tile
  photos: number
}

/** What a policy says of a message, as far as a rehearsal compares it. */
export interface Outcome {
  tier: Tier
  sure: boolean
  category: Category
  type: RequestType
  route: Route
  decidedBy: string
}

/** A message that would be sorted in another way. */
export interface Change {
  id: string
  before: Outcome
  after: Outcome
}

export interface Rehearsal {
  messages: number
  /** How many go from one tier to another: `{"A>C": 3}`. Those that stay are not counted. */
  tiers: Record<string, number>
  /** How many differ in each point. */
  differ: Record<'tier' | 'sure' | 'category' | 'type' | 'route', number>
  /** Dangers that would no longer be seen: to be read one by one before anything is published. */
  lostDangers: number
  changes: Change[]
}

/** What would change if `draft` took the place of `present`, over messages that have come in. */
export const rehearse = (
  messages: readonly Rehearsed[],
  present: TriagePolicy,
  draft: TriagePolicy,
): Rehearsal => {
  const rehearsal: Rehearsal = {
    messages: messages.length,
    tiers: {},
    differ: { tier: 0, sure: 0, category: 0, type: 0, route: 0 },
    lostDangers: 0,
    changes: [],
  }
  for (const { id, ...message } of messages) {
    const [before, after] = [outcome(message, present), outcome(message, draft)]
    const points = (['tier', 'sure', 'category', 'type', 'route'] as const).filter(
      point => before[point] !== after[point],
    )
    if (!points.length) continue
    for (const point of points) rehearsal.differ[point]++
    if (before.tier !== after.tier) {
      const way = `${before.tier}>${after.tier}`
      rehearsal.tiers[way] = (rehearsal.tiers[way] ?? 0) + 1
      if (before.tier === 'A') rehearsal.lostDangers++
    }
    rehearsal.changes.push({ id, before, after })
  }
  return rehearsal
}

const outcome = (message: Omit<Rehearsed, 'id'>, policy: TriagePolicy): Outcome => {
  const { tier, sure, category, type, route, trace } = triage(message, policy)
  return { tier, sure, category, type, route, decidedBy: trace.decidedBy }
}
