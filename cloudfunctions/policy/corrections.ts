import type { policyService } from '../../contract/policy'
import { correctionOf, reviewRules } from '../../domain/request/corrections'
import { sortableInstant } from '../../domain/request/requestKeys'
import { day } from '../../domain/time/china'
import { staffTierWords } from '../../domain/triage/tierPreset'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { manager } from './manager'

/** How far back the report reaches when nobody says, ms. */
const span = 90 * day
/** The most that one query gives. */
const most = 1000

export const corrections: Handler<typeof policyService, 'corrections'> = async (call, input) => {
  await manager(call)
  const { db, now } = call
  const { from = now - span } = input
  const { street, policies } = await call.active()
  const roots = street.children().map(({ _id }) => _id)
  const [corrected, decided] = await Promise.all([
    of(roots, areaIds =>
      db.find(requests, {
        where: { areaIds, correctedKey: _.gt(sortableInstant(from)) },
        order: ['correctedKey', '-1'],
        limit: most,
        fields: [
          'triage.tier',
          'triage.category',
          'triage.policy',
          'triage.trace.decidedBy',
          'tier',
          'category',
          'events',
        ],
      }),
    ),
    of(roots, areaIds =>
      db.find(requests, {
        where: { areaIds, createdAt: _.gte(from) },
        order: ['createdAt', '-1'],
        limit: most,
        fields: ['triage.trace.decidedBy'],
      }),
    ),
  ])
  const found = corrected.flatMap(request => correctionOf(request) ?? [])
  const times = new Map<string, number>()
  for (const { triage } of decided)
    times.set(triage.trace.decidedBy, (times.get(triage.trace.decidedBy) ?? 0) + 1)
  const { rules, toReview } = reviewRules(found, times)
  const because = new Map(policies.triage.rules.map(rule => [rule.id, rule.because]))
  return {
    from,
    corrections: found.length,
    decided: decided.length,
    tierWords: staffTierWords(policies.tiers),
    tiers: counted(found.map(({ from: was, to }) => [was.tier, to.tier] as const)),
    categories: counted(found.map(({ from: was, to }) => [was.category, to.category] as const)),
    rules: rules.map(rule => {
      const sentence = because.get(rule.rule)
      return { ...rule, ...(sentence && { because: sentence }), toReview: toReview.includes(rule.rule) }
    }),
  }
}

const of = async <T>(areaIds: readonly string[], find: (areaId: string) => Promise<T[]>): Promise<T[]> =>
  (await Promise.all(areaIds.map(find))).flat()

/** How often from where to where, the most frequent first; what stayed is not counted. */
const counted = <T extends string>(pairs: readonly (readonly [T, T])[]) => {
  const times = new Map<string, { from: T; to: T; times: number }>()
  for (const [from, to] of pairs) {
    if (from === to) continue
    const key = `${from} ${to}`
    times.set(key, { from, to, times: (times.get(key)?.times ?? 0) + 1 })
  }
  return [...times.values()].sort((a, b) => b.times - a.times)
}
