import { type Circumstances, daysMost, type Given } from './circumstances'
import { observe } from './observe'
import { rulebookOf } from './rulebook'
import type { Remark, TriagePolicy, TriageRule, Words } from './triagePolicy'

/** Something in a policy that its author should look at. */
export interface Fault {
  /**
   * unreachable: its own words do not make it fit, or no report can come as it asks for. overlapping: it never fits without the other, which says the same.
   * contradictory: both fit the same words with the same priority and want another tier. neverMatched: in none of the
   * messages it was tried on.
   */
  kind: 'unreachable' | 'overlapping' | 'contradictory' | 'neverMatched'
  rule: string
  other?: string
}

/** Looks through the rules of a policy; `texts` are messages to try them on, such as the labelled examples. */
export const lintTriage = (policy: TriagePolicy, texts: readonly string[]): Fault[] => {
  const faults: Fault[] = [
    ...policy.rules.filter(
      rule =>
        !fits(policy, spelled(rule, policy), cameFor(rule.given)).includes(rule.id) || !canBe(rule.given),
    ),
    ...policy.remarks.filter(remark => !canFit(remark, policy)),
  ].map(({ id }) => ({ kind: 'unreachable' as const, rule: id }))
  const times = new Map<string, number>()
  const together = new Map<string, number>()
  const count = (id: string, ids: readonly string[]) => {
    times.set(id, (times.get(id) ?? 0) + 1)
    for (const other of ids)
      if (other !== id) together.set(`${id} ${other}`, (together.get(`${id} ${other}`) ?? 0) + 1)
  }
  const choosy = policy.rules.filter(({ given }) => given)
  for (const text of texts) {
    const ids = fits(policy, text)
    for (const id of ids) count(id, ids)
    // A rule that looks only at some reports is tried as if this were one.
    for (const { id, given } of choosy) {
      const beside = fits(policy, text, cameFor(given))
      if (beside.includes(id) && !ids.includes(id)) count(id, beside)
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
const fits = (policy: TriagePolicy, text: string, came?: Circumstances): string[] =>
  observe({ text, ...(came && { came }) }, policy).seen.flatMap(({ rule, missing }) =>
    missing ? [] : [rule.id],
  )

/** The first words of each group of a rule, one after the other. */
const spelled = ({ all }: TriageRule, { lists }: TriagePolicy): string => {
  const first = (words: Words = ''): string =>
    (words.split(' ')[0] ?? '').replace(/\{(\w+)\}/g, (_, list: string) => first(lists[list]))
  return all.map(group => first(group).replace('#many', '三十户').replace('…', '')).join('')
}

/** How a report came that is as it is asked for. */
const cameFor = ({ photos, source, danger }: Given = {}): Circumstances => ({
  photos: photos?.least ?? 0,
  source: source?.[0] ?? 'resident',
  ...(danger && { before: { summary: '', dangers: { [danger.kind]: danger.least }, matters: {} } }),
})

/** Whether any report can come like this: no more days are remembered of one building than `daysMost`. */
const canBe = ({ photos, danger }: Given = {}): boolean =>
  (photos?.least ?? 0) <= (photos?.most ?? Infinity) && (danger?.least ?? 0) <= daysMost

const canFit = (
  { given, tiers, categories, sameDanger = 0, returned = 0, sure = false }: Remark,
  { history }: TriagePolicy,
): boolean =>
  canBe(given) &&
  tiers?.length !== 0 &&
  // Only a danger can be made sure, and only A has one.
  (!(sure || sameDanger) || !tiers || tiers.includes('A')) &&
  sameDanger <= daysMost &&
  returned <= daysMost + 1 &&
  (!categories || categories.some(category => !returned || !history.leftOut.includes(category)))
