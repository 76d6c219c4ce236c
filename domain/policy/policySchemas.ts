import { tiles } from '../../contract/request'
import { tiers } from '../../contract/tiers'
import * as z from '../../contract/zod'
import type { DeadlinePolicy } from '../deadline/deadlinePolicy'
import type { CalendarData } from '../time/calendar'
import { rulebookOf } from '../triage/rulebook'
import {
  calmKinds,
  categories,
  emergencyLines,
  requestTypes,
  routes,
  type TriagePolicy,
} from '../triage/triagePolicy'

const positive = z.int().check(z.positive())

const length = z.union([
  z.strictObject({ minutes: positive }),
  z.strictObject({ workingMinutes: positive }),
  z.strictObject({ workingDays: positive }),
])
const tierClocks = z.strictObject({ accept: length, reply: length, resolve: length, confirm: length })

/** What a published deadline policy has to look like. */
export const deadlinePolicy: z.ZodMiniType<DeadlinePolicy> = z.strictObject({
  id: z.string(),
  source: z.optional(z.string()),
  // At 0 a clock would warn as it starts, at 1 when it is too late.
  warnShare: z.number().check(z.gt(0), z.lt(1)),
  tiers: z.strictObject({ A: tierClocks, B: tierClocks, C: tierClocks, D: tierClocks }),
})

const monthAndDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
const minutesOfDay = z.int().check(z.minimum(0), z.maximum(24 * 60))
const inOrder = (numbers: readonly number[]) => numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? 0))

/** What a published working calendar has to look like. */
export const calendarPolicy: z.ZodMiniType<CalendarData> = z.strictObject({
  source: z.string(),
  years: z.record(
    z.string().check(z.regex(/^20\d\d$/)),
    z.strictObject({ off: z.array(monthAndDay), work: z.array(monthAndDay) }),
  ),
  hours: z.array(z.tuple([minutesOfDay, minutesOfDay])).check(
    z.minLength(1),
    z.refine(hours => inOrder(hours.flat()), { error: 'hours must follow one another' }),
  ),
})

const words = z.string()
const distance = z.int().check(z.minimum(0))

const rule = z
  .strictObject({
    id: z.string().check(z.regex(/^[abcd]\.[a-z-]+$/)),
    tier: z.enum(tiers),
    priority: z.number(),
    all: z.array(words.check(z.regex(/\S/))).check(z.minLength(1)),
    none: z.optional(words),
    within: z.optional(distance),
    danger: z.optional(z.boolean()),
    unsure: z.optional(z.boolean()),
    ignores: z.optional(z.array(z.enum(calmKinds))),
    category: z.optional(z.enum(categories)),
    type: z.optional(z.enum(requestTypes)),
    route: z.optional(z.enum(routes)),
    lines: z.optional(z.array(z.enum(emergencyLines))),
    because: z.string().check(z.minLength(1)),
  })
  .check(
    z.refine(({ tier, danger }) => (tier === 'A') === (danger ?? false), {
      error: 'danger, and nothing else, is tier A',
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
    rules: z.array(rule).check(
      z.refine(rules => new Set(rules.map(({ id }) => id)).size === rules.length, {
        error: 'every rule needs an id of its own',
      }),
    ),
    categories: z.array(z.strictObject({ category: z.enum(categories), words })),
    tiles: z.record(z.enum(tiles), z.enum(categories)),
    types: z.array(z.strictObject({ type: z.enum(requestTypes), words })),
    otherwise: z.strictObject({ tier: z.enum(tiers), route: z.enum(routes), because: z.string() }),
  })
  .check(
    z.superRefine((policy, context) => {
      try {
        rulebookOf(policy)
      } catch (error) {
        context.addIssue(error instanceof Error ? error.message : String(error))
      }
    }),
  )
