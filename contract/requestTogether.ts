import { officerCard } from './area'
import { cursor, instant, requestId } from './ids'
import { neighbourLine } from './requestSimilar'
import { eventKinds, note } from './requestTerms'
import { requestMove } from './requestMove'
import { tierLabel } from './requestView'
import { mutation, query } from './service'
import * as z from './zod'

/** A matter as those see it who joined: every step that everybody may know, without the words said with it. */
export const followedView = z.object({
  ...neighbourLine.shape,
  no: z.string(),
  label: tierLabel,
  /** Whether this person still follows it. */
  joined: z.boolean(),
  handler: z.optional(officerCard),
  steps: z.array(z.object({ kind: z.enum(eventKinds), at: instant })),
})
export type FollowedView = z.infer<typeof followedView>

const followedAnswer = { followed: followedView }

/** Several people with one matter: neighbours join it, officers deal with several reports in one. */
export const requestTogether = {
  /** 我也遇到: follows an open matter that is everybody's, and counts as one more household. Joining again is the same. */
  join: mutation({
    scope: 'self',
    input: { id: requestId },
    output: followedAnswer,
    errors: ['wrongState', 'historyFull', 'tooMany'],
  }),
  /** No longer. */
  leave: mutation({
    scope: 'self',
    input: { id: requestId },
    output: followedAnswer,
    errors: ['historyFull', 'tooMany'],
  }),
  /** How far it is, for somebody who joined. */
  followed: query({ scope: 'self', input: { id: requestId }, output: followedAnswer }),
  /** What this person joined, newest first. */
  following: query({
    scope: 'self',
    input: { cursor: z.optional(cursor) },
    output: { lines: z.array(neighbourLine), next: z.optional(cursor) },
  }),
  /** 并案: lets a request be dealt with in another. Its reporter keeps their thread, clocks and last word. */
  merge: requestMove('request.handle', { into: requestId, text: note }),
  /** Takes it out again. */
  unmerge: requestMove('request.handle', { text: note }),
}
