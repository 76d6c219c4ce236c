import { categories } from './categories'
import { instant, requestId, version } from './ids'
import { tierWords } from './requestView'
import { defineService, mutation, query } from './service'
import { tiers } from './tiers'
import * as z from './zod'

/** Kinds of policy that a street publishes by itself. */
export const policyKinds = ['triage', 'tiers', 'deadline', 'calendar'] as const
export type PolicyKind = (typeof policyKinds)[number]

/** `<kind>:<n>` */
const policyId = z.string().check(z.regex(/^[a-zA-Z]+:\d{1,6}$/))
const draftId = z.string().check(z.regex(/^[a-z][a-z0-9-]{2,47}$/))
const kind = z.enum(policyKinds)
const note = z.string().check(z.trim(), z.minLength(2), z.maxLength(200))

const author = z.object({ name: z.string(), post: z.string() })

/** What the author should look at before publishing. */
export const policyFinding = z.object({
  /**
   * unreachable: a rule that its own words do not make fit. overlapping: it never fits without the other. contradictory: two
   * rules of one weight want another tier of the same words. neverMatched: in none of the messages it was tried on.
   * missingYear: deadlines reach into a year whose holidays are not known.
   */
  kind: z.enum(['unreachable', 'overlapping', 'contradictory', 'neverMatched', 'missingYear']),
  /** The rule, or the year. */
  what: z.string(),
  other: z.optional(z.string()),
})
export type PolicyFinding = z.infer<typeof policyFinding>

/** What a rehearsal compares. */
export const comparedPoints = [
  'tier',
  'sure',
  'category',
  'type',
  'route',
  'door',
  'aboutStaff',
  'remarks',
  'letter',
  'accept',
  'danger',
  'reply',
  'onSite',
  'controlled',
  'resolve',
  'progress',
  'confirm',
  'answer',
  'review',
  'objection',
  'warnings',
  'extension',
  'pause',
  'suspension',
] as const
export type ComparedPoint = (typeof comparedPoints)[number]

/**
 * So many requests go from one answer to another; of a clock, from a tier to `earlier` or `later`; of what was not there
 * before or is there no more, to `added` or `removed`; of warnings and what moves a clock, to `changed`.
 */
const way = z.object({
  point: z.enum(comparedPoints),
  from: z.string(),
  to: z.string(),
  times: z.int(),
})

/** A request that would be treated in another way. */
const changedRequest = z.object({
  id: requestId,
  no: z.string(),
  /** What the resident wrote; only in the answer to `rehearse`, it is not kept with the draft. */
  text: z.optional(z.string()),
  /** A danger that would no longer be seen. */
  lostDanger: z.optional(z.boolean()),
  points: z.array(z.object({ point: z.enum(comparedPoints), from: z.string(), to: z.string() })),
})

export const rehearsalMost = 500

const rehearsal = z.object({
  at: instant,
  by: author,
  /** The policy it was compared with. */
  against: policyId,
  /** How many of the newest requests it was tried on, at most `rehearsalMost`. */
  messages: z.int(),
  /** How many of them would be treated in another way. */
  changed: z.int(),
  lostDangers: z.int(),
  ways: z.array(way),
  /** Lost dangers first; not all of them when there are many. */
  changes: z.array(changedRequest),
})
export type PolicyRehearsal = z.infer<typeof rehearsal>

const draft = z.object({
  id: draftId,
  version,
  kind,
  /** The policy that was in force when it was written. */
  basedOn: policyId,
  note: z.string(),
  at: instant,
  by: author,
  findings: z.array(policyFinding),
  rehearsal: z.optional(rehearsal),
  publishedAs: z.optional(policyId),
})
export type PolicyDraftView = z.infer<typeof draft>

export const policyService = defineService('policy', {
  /** What is in force, what was before, and what is being prepared, newest first. */
  list: query({
    scope: 'area',
    permission: 'policy.manage',
    input: {},
    output: {
      kinds: z.array(
        z.object({
          kind,
          active: policyId,
          /** Also those that ship with the product: they have neither date nor author. */
          versions: z.array(
            z.object({
              id: policyId,
              at: z.optional(instant),
              by: z.optional(author),
              note: z.optional(z.string()),
            }),
          ),
        }),
      ),
      drafts: z.array(draft),
      /** The first year that deadlines reach into and whose holidays the calendar does not know. */
      missingYear: z.optional(z.int()),
    },
  }),
  /** A policy as JSON, to look at and to start a draft from. */
  read: query({
    scope: 'area',
    permission: 'policy.manage',
    input: { id: policyId },
    output: { id: policyId, kind, body: z.string(), tierWords },
  }),
  /**
   * Keeps a draft: `body` as JSON, or an earlier policy (`from`) to go back to. Nothing changes for anyone. `invalid` names
   * the place in the body that does not fit.
   */
  saveDraft: mutation({
    scope: 'area',
    permission: 'policy.manage',
    input: {
      kind,
      body: z.optional(z.string().check(z.minLength(2), z.maxLength(600_000))),
      from: z.optional(policyId),
      note,
    },
    output: { draft },
    errors: ['tooMany'],
  }),
  draft: query({
    scope: 'area',
    permission: 'policy.manage',
    /** `withBody`: to write another draft from it. */
    input: { id: draftId, withBody: z.optional(z.boolean()) },
    output: {
      draft,
      body: z.optional(z.string()),
      /** Under whose name the caller would publish it. */
      you: author,
      tierWords,
    },
  }),
  /** Tries a draft on the newest requests of the street beside what is in force. Nothing changes for anyone. */
  rehearse: mutation({
    scope: 'area',
    permission: 'policy.manage',
    input: { id: draftId },
    output: { draft },
    errors: ['wrongState', 'historyFull'],
  }),
  /**
   * Puts a rehearsed draft in force, under the caller's name. `wrongState` when it was not rehearsed against what is in
   * force now, when it would lose dangers that nobody says to have read (`lostDangersRead`), or when a year is missing.
   */
  publish: mutation({
    scope: 'area',
    permission: 'policy.manage',
    input: { id: draftId, version, lostDangersRead: z.optional(z.boolean()) },
    output: { draft },
    errors: ['wrongState', 'conflict', 'historyFull'],
  }),
  /** What people corrected since `from` (90 days when not told), by the rule that had decided, and the rules to look at again. */
  corrections: query({
    scope: 'area',
    permission: 'policy.manage',
    input: { from: z.optional(instant) },
    output: {
      from: instant,
      /** Corrections looked at; the newest 1,000 at most. */
      corrections: z.int(),
      /** Requests decided since then, of which the shares are; the newest 1,000 at most. */
      decided: z.int(),
      tierWords,
      tiers: z.array(z.object({ from: z.enum(tiers), to: z.enum(tiers), times: z.int() })),
      categories: z.array(z.object({ from: z.enum(categories), to: z.enum(categories), times: z.int() })),
      rules: z.array(
        z.object({
          rule: z.string(),
          /** Its sentence for residents; absent for the model, and for a rule that is no more. */
          because: z.optional(z.string()),
          corrections: z.int(),
          share: z.optional(z.number()),
          confusion: z.array(z.object({ from: z.string(), to: z.string(), times: z.int() })),
          reasons: z.array(z.string()),
          toReview: z.boolean(),
        }),
      ),
    },
  }),
})
