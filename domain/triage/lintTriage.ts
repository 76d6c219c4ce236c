import { observe } from './observe'
import { rulebookOf } from './rulebook'
import type { TriagePolicy, TriageRule, Words } from './triagePolicy'

/** Something in a policy that its author should look at. */
export interface Fault {
  /**
   * unreachable: its own words do not make it fit. overlapping: it never fits without the other, which says the same.
   * contradictory: both fit the same words with the same priority and want another tier. neverMatched: in none of the
   * messages it was tried on.
   */
  kind: 'unreachable' | 'overlapping' | 'contradictory' | 'neverMatched'
  rule: string
  other?: string
}

/** Looks through the rules of a policy; `texts` are messages to try them on, such as the labelled examples. */
export const lintTriage = (policy: TriagePolicy, texts: readonly string[]): Fault[] => {
  const faults: Fault[] = policy.rules.flatMap(rule =>
    fits(policy, spelled(rule, policy)).includes(rule.id)
      ? []
      : [{ kind: 'unreachable' as const, rule: rule.id }],
  )
  const times = new Map<string, number>()
  const together = new Map<string, number>()
  for (const text of texts) {
    const ids = fits(policy, text)
    for (const id of ids) {
      times.set(id, (times.get(id) ?? 0) + 1)
      for (const other of ids)
        if (other !== id) together.set(`${id} ${other}`, (together.get(`${id} ${other}`) ?? 0) + 1)
    }
  }
  const { byId } = rulebookOf(policy)
  for (const rule of policy.rules) {
    const count = times.get(rule.id) ?? 0
    if (!count) faults.push({ kind: 'neverMatched', rule: rule.id })
    for (const [pair, shared] of together) {
      const [id, otherId = ''] = pair.split(' ')
      const other = byId.get(otherId)
      if (id !== rule.id || !other || shared < enough || shared < count) continue
      if (saysTheSame(rule, other) && other.priority >= rule.priority)
        faults.push({ kind: 'overlapping', rule: rule.id, other: otherId })
      if (rule.tier !== other.tier && other.priority === rule.priority && weighsTheSame(rule, other))
        faults.push({ kind: 'contradictory', rule: rule.id, other: otherId })
    }
  }
  return faults
}

/** Two rules that met fewer times may have met by chance. */
const enough = 3

const saysTheSame = (one: TriageRule, other: TriageRule): boolean =>
  one.tier === other.tier &&
  one.category === other.category &&
  one.route === other.route &&
  (one.unsure ?? false) === (other.unsure ?? false) &&
  weighsTheSame(one, other)

/** A rule that decides stands above one that is only weighed. */
const weighsTheSame = (one: TriageRule, other: TriageRule): boolean =>
  (one.decides ?? false) === (other.decides ?? false)

/** Rules that fit a message. */
const fits = (policy: TriagePolicy, text: string): string[] =>
  observe({ text }, policy).seen.flatMap(({ rule, missing }) => (missing ? [] : [rule.id]))

/** The first words of each group of a rule, one after the other. */
const spelled = ({ all }: TriageRule, { lists }: TriagePolicy): string => {
  const first = (words: Words = ''): string =>
    (words.split(' ')[0] ?? '').replace(/\{(\w+)\}/g, (_, list: string) => first(lists[list]))
  return all.map(group => first(group).replace('#many', '三十户').replace('…', '')).join('')
}
