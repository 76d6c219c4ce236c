import { areaBrief } from './area'
import { areaId, instant, officerId, version } from './ids'
import { defineService, mutation, query } from './service'
import * as z from './zod'

/** Why somebody is proposed to stand in. */
export const coverReasons = ['sameArea', 'neighbour', 'above', 'below'] as const
export type CoverReason = (typeof coverReasons)[number]

const leaveId = z.string().check(z.regex(/^v[0-9a-z-]{2,47}$/))

/** An officer by name and post. */
const colleague = z.object({ id: officerId, name: z.string(), post: z.string(), area: areaBrief })
export type Colleague = z.infer<typeof colleague>

/** A time away. */
const leaveView = z.object({
  id: leaveId,
  version,
  from: instant,
  to: instant,
  /** Whoever stands in; nobody: work goes up the route. */
  cover: z.optional(colleague),
})
export type LeaveView = z.infer<typeof leaveView>

/** Which account belongs to an officer, for those who may decide it: when it was bound, or until when a code may be used. */
const bindingView = z.object({
  version: z.int().check(z.minimum(1)),
  since: z.optional(instant),
  codeUntil: z.optional(instant),
})
export type BindingView = z.infer<typeof bindingView>

/** One holder of one post, as colleagues in charge see them. */
const rosterLine = z.object({
  ...colleague.shape,
  postId: z.string(),
  /** Service hours in words. */
  hours: z.string(),
  onDuty: z.boolean(),
  workPhone: z.optional(z.string()),
  /** Whether the officer has bound an account. */
  claimed: z.boolean(),
  /** For whoever may give out a code or let an account go. */
  binding: z.optional(bindingView),
  /** Begun or to come, the earliest first. */
  leaves: z.array(leaveView),
})
export type RosterLine = z.infer<typeof rosterLine>

/** Somewhere nobody answers, as the check of last night found it. */
const gapView = z.object({
  id: z.string(),
  kind: z.enum(['area', 'requests']),
  area: areaBrief,
  /** Of requests: whoever has them and is not there. */
  officer: z.optional(z.object({ id: officerId, name: z.string() })),
  /** Requests that lie with nobody. */
  count: z.optional(z.int()),
  since: instant,
  /** Whose task it is, in words: 甲社区 社区值班员. */
  task: z.optional(z.string()),
})
export type GapView = z.infer<typeof gapView>

const postId = z.string().check(z.regex(/^q[0-9a-z-]{2,47}$/))
const changed = {
  /** Of the post that begins. */
  postId: z.optional(postId),
  /** Open requests that have changed hands so far. */
  moved: z.int(),
  /** Whether that is all; the rest follows within minutes. */
  done: z.boolean(),
}

const times = { from: instant, to: instant }

export const rosterService = defineService('roster', {
  /** My posts and leaves, for whom I stand in; for those in charge besides the staff of one of their areas. */
  read: query({
    scope: 'area',
    input: { areaId: z.optional(areaId) },
    output: {
      mine: z.array(rosterLine),
      /** For whom I stand in, and until when; or from when, while it has not begun. */
      standingIn: z.array(z.object({ for: colleague, ...times })),
      /** Of the area that is shown, for those in charge: its posts, and the areas below. */
      staff: z.optional(
        z.object({
          area: areaBrief,
          path: z.array(areaBrief),
          below: z.array(areaBrief),
          lines: z.array(rosterLine),
          /** Here and below, the oldest first; twenty at most. */
          gaps: z.array(gapView),
        }),
      ),
    },
  }),
  /** Who could stand in for an officer (oneself) for the whole of a time, the most suitable first. */
  covers: query({
    scope: 'document',
    permission: 'officer.manage',
    input: { officerId: z.optional(officerId), ...times },
    output: {
      covers: z.array(z.object({ ...colleague.shape, why: z.enum(coverReasons), load: z.int() })),
    },
  }),
  /** An officer is away: oneself, or somebody of an area in one's charge. */
  setLeave: mutation({
    scope: 'document',
    permission: 'officer.manage',
    input: { officerId: z.optional(officerId), ...times, coverId: z.optional(officerId) },
    output: { leave: leaveView },
    errors: ['wrongState'],
  }),
  /** Another time or cover; without `coverId` nobody stands in. */
  changeLeave: mutation({
    scope: 'document',
    permission: 'officer.manage',
    input: { id: leaveId, version, ...times, coverId: z.optional(officerId) },
    output: { leave: leaveView },
    errors: ['conflict', 'wrongState'],
  }),
  /** Back before the time; one that has not begun is taken back. */
  endLeave: mutation({
    scope: 'document',
    permission: 'officer.manage',
    input: { id: leaveId, version },
    output: { leave: leaveView },
    errors: ['conflict', 'wrongState'],
  }),
  /** A code by which an officer binds an account: for half an hour, once. An earlier one is good for nothing from then on. */
  makeBindingCode: mutation({
    scope: 'document',
    permission: 'officer.manage',
    input: { officerId },
    output: {
      /** Eight digits. */
      code: z.string(),
      until: instant,
    },
    errors: ['wrongState', 'tooMany'],
  }),
  /** The account of an officer is let go: it may do nothing any more and is told nothing. */
  releaseBinding: mutation({
    scope: 'document',
    permission: 'officer.manage',
    input: { officerId, version, reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) },
    output: { binding: bindingView },
    errors: ['wrongState', 'conflict'],
  }),
  /** Somebody of the staff gets another post, with office hours. */
  appoint: mutation({
    scope: 'document',
    permission: 'officer.manage',
    input: { areaId, kind: z.string().check(z.minLength(1), z.maxLength(31)), officerId },
    output: changed,
    errors: ['wrongState'],
  }),
  /** A post ends now; its open requests go along their route. Refused for the last one that the area needs. */
  endPost: mutation({
    scope: 'document',
    permission: 'officer.manage',
    input: { areaId, postId },
    output: changed,
    errors: ['wrongState'],
  }),
  /** A post goes to a colleague from now on, with all its open requests. */
  handOver: mutation({
    scope: 'document',
    permission: 'officer.manage',
    input: { areaId, postId, officerId },
    output: changed,
    errors: ['wrongState'],
  }),
})
