import { categories } from '../../contract/categories'
import { sources, tiles } from '../../contract/requestTerms'
import { tiers } from '../../contract/tiers'
import * as z from '../../contract/zod'
import {
  type ClockRule,
  type DeadlinePolicy,
  type Length,
  levels,
  type StepRule,
  type TierClocks,
} from '../deadline/deadlinePolicy'
import type { CalendarData } from '../time/calendar'
import { rulebookOf, UnknownList } from '../triage/rulebook'
import { triageModels } from '../triage/triageModels'
import { calmKinds, emergencyLines, requestTypes, routes, type TriagePolicy } from '../triage/triagePolicy'

const positive = z.int().check(z.positive())

const length = z.union([
  z.strictObject({ minutes: positive }),
  z.strictObject({ workingMinutes: positive }),
  z.strictObject({ workingDays: positive }),
  z.strictObject({ days: positive }),
])

const tell = z.array(z.enum([...levels, 'reporter'])).check(z.minLength(1))
const step = z.union([
  z.strictObject({ share: z.number().check(z.gt(0)), tell }),
  z.strictObject({ minutes: positive, tell }),
])

const clockRule: z.ZodMiniType<ClockRule> = z
  .strictObject({
    length,
    steps: z.array(step),
    staffOnly: z.optional(z.boolean()),
    callback: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ length: whole, steps }) => inOrder(steps.map(one => shareOf(one, whole))), {
      error: '里的提醒要一个比一个晚；按分钟提醒的，时长也要按分钟',
    }),
    z.refine(({ steps }) => steps.some(one => 'share' in one && one.share === 1), {
      error: '到期的那一刻要有一次提醒',
    }),
  )

/** NaN, which is in no order, for minutes of a length that is counted otherwise. */
const shareOf = (one: StepRule, whole: Length) =>
  'share' in one ? one.share : 'minutes' in whole ? one.minutes / whole.minutes : Number.NaN

const tierClocks: z.ZodMiniType<TierClocks> = z.strictObject({
  accept: clockRule,
  danger: z.optional(clockRule),
  reply: clockRule,
  onSite: z.optional(clockRule),
  controlled: z.optional(clockRule),
  resolve: clockRule,
  progress: z.optional(clockRule),
  confirm: clockRule,
  extension: z.optional(z.strictObject({ times: positive, length, approval: z.optional(z.boolean()) })),
  pause: z.optional(z.strictObject({ times: positive, answer: clockRule })),
  suspension: z.optional(z.strictObject({ afterExtension: z.optional(z.boolean()), review: clockRule })),
})

/** What a published deadline policy has to look like. */
export const deadlinePolicy: z.ZodMiniType<DeadlinePolicy> = z.strictObject({
  id: z.string(),
  source: z.optional(z.string()),
  objection: clockRule,
  tiers: z.strictObject({ A: tierClocks, B: tierClocks, C: tierClocks, D: tierClocks }),
})

const monthAndDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
const minutesOfDay = z.int().check(z.minimum(0), z.maximum(24 * 60))
const inOrder = (numbers: readonly number[]) =>
  numbers.every((n, i) => n >= 0 && (i === 0 || n > (numbers[i - 1] ?? 0)))

const spans = z.array(z.tuple([minutesOfDay, minutesOfDay])).check(
  z.minLength(1),
  z.refine(hours => inOrder(hours.flat()), { error: '要一段接一段，后一段比前一段晚' }),
)

/** What a published working calendar has to look like. Whether it reaches far enough is `missingYears`' question. */
export const calendarPolicy: z.ZodMiniType<CalendarData> = z.strictObject({
  source: z.string(),
  years: z.record(
    z.string().check(z.regex(/^20\d\d$/)),
    z.strictObject({ source: z.optional(z.string()), off: z.array(monthAndDay), work: z.array(monthAndDay) }),
  ),
  hours: spans,
  hoursOf: z.optional(z.record(z.string(), spans)),
})

const words = z.string()
const distance = z.int().check(z.minimum(0))

const count = z.int().check(z.minimum(1))

const given = z.strictObject({
  photos: z.optional(z.strictObject({ least: z.optional(distance), most: z.optional(distance) })),
  source: z.optional(z.array(z.enum(sources)).check(z.minLength(1))),
  danger: z.optional(z.strictObject({ kind: z.string(), least: count })),
})

const remark = z
  .strictObject({
    id: z.string().check(z.regex(/^[rs]\.[a-z][a-z0-9-]*$/)),
    given: z.optional(given),
    tiers: z.optional(z.array(z.enum(tiers))),
    categories: z.optional(z.array(z.enum(categories))),
    doubtful: z.optional(z.boolean()),
    sameDanger: z.optional(count),
    returned: z.optional(count),
    sure: z.optional(z.boolean()),
    to: z.enum(['resident', 'staff']),
    say: z.string().check(z.minLength(1)),
  })
  .check(
    z.refine(({ id, to }) => id.startsWith(to === 'resident' ? 'r.' : 's.'), {
      error: '：给居民看的编号用 r. 开头，给工作人员看的用 s. 开头',
    }),
  )

const rule = z
  .strictObject({
    id: z.string().check(z.regex(/^[abcd]\.[a-z][a-z0-9-]*$/)),
    tier: z.enum(tiers),
    priority: z.number(),
    all: z.array(words.check(z.regex(/\S/))).check(z.minLength(1)),
    none: z.optional(words),
    within: z.optional(distance),
    danger: z.optional(z.boolean()),
    unsure: z.optional(z.boolean()),
    given: z.optional(given),
    from: z.optional(z.number()),
    decides: z.optional(z.boolean()),
    ignores: z.optional(z.array(z.enum(calmKinds))),
    category: z.optional(z.enum(categories)),
    type: z.optional(z.enum(requestTypes)),
    route: z.optional(z.enum(routes)),
    door: z.optional(z.string()),
    lines: z.optional(z.array(z.enum(emergencyLines))),
    because: z.string().check(z.minLength(1)),
  })
  .check(
    z.refine(({ tier, danger }) => (tier === 'A') === (danger ?? false), {
      error: '：急事就是危险，别的都不算急事',
    }),
    z.refine(({ danger, decides }) => !danger || !decides, {
      error: '：急事要掂量，只有不急的规则才能一条说了算',
    }),
    z.refine(({ danger, from }) => danger || from === undefined, {
      error: '：只有急事的规则才有从多少算起',
    }),
  )

const calm = z.strictObject({
  kind: z.enum(calmKinds),
  words,
  except: z.optional(words),
  before: z.optional(distance),
  after: z.optional(distance),
  scope: z.enum(['clause', 'sentence', 'message']),
  unless: z.optional(words),
  lasting: z.optional(words),
  weak: z.optional(z.boolean()),
})

/** What a published triage policy has to look like; the lists its words name are there, and ids are given once. */
export const triagePolicy: z.ZodMiniType<TriagePolicy> = z
  .strictObject({
    id: z.string(),
    spellings: z.record(z.string(), z.string()),
    lists: z.record(z.string(), words),
    harmless: words,
    calm: z.array(calm),
    cues: z.record(z.string().check(z.regex(/^[a-z]+[A-Za-z]*$/)), words),
    rules: z.array(rule).check(
      z.refine(rules => new Set(rules.map(({ id }) => id)).size === rules.length, {
        error: '里有两条编号一样，请改一条的编号',
      }),
    ),
    tiles: z.record(z.enum(tiles), z.enum(categories)),
    model: z.strictObject({
      id: z.string().check(z.refine(id => id in triageModels, { error: '：这个版本里没有这个模型' })),
      danger: z.number(),
      sure: z.number(),
      outweighed: z.number(),
      calmed: z.number(),
      rule: z.number().check(z.positive()),
      tile: z.number(),
    }),
    remarks: z.array(remark),
    history: z.strictObject({
      dangerDays: count.check(z.maximum(90)),
      matterDays: count.check(z.maximum(365)),
      kinds: z.record(
        z.string().check(z.regex(/^[a-z]+$/)),
        z.strictObject({ say: z.string().check(z.minLength(1)), rules: z.array(z.string()) }),
      ),
      leftOut: z.array(z.enum(categories)),
    }),
    confidence: z.strictObject({ firm: z.number(), fair: z.number() }),
    proposals: z.record(z.enum(tiers), z.string().check(z.minLength(1))),
    doors: z.record(z.string(), z.strictObject({ name: z.string(), say: z.string() })),
    aboutStaff: z.strictObject({
      who: words,
      did: words,
      except: words,
      upper: z.optional(words),
      within: distance,
    }),
    letter: z.strictObject({ asks: words, turns: words, frame: words }),
    levels: z.strictObject({ community: words, district: words }),
  })
  .check(
    z.superRefine((policy, context) => {
      for (const { id, door } of policy.rules)
        if (door !== undefined && !(door in policy.doors))
          context.addIssue(`里“${id}”的去处“${door}”没有列在去处里`)
      for (const { id, given } of [...policy.rules, ...policy.remarks])
        if (given?.danger && !(given.danger.kind in policy.history.kinds))
          context.addIssue(`里“${id}”问到的险情“${given.danger.kind}”没有列在记得的险情里`)
      try {
        rulebookOf(policy)
      } catch (error) {
        if (!(error instanceof UnknownList)) throw error
        context.addIssue(`里的“${error.word}”用到了没有列出的词表`)
      }
    }),
  )
