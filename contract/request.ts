import { areaBrief } from './area'
import { categories } from './categories'
import { areaId, cursor, requestId, version } from './ids'
import { uploadedFiles } from './photo'
import { place } from './place'
import {
  broughtBy,
  external,
  manners,
  milestones,
  note,
  satisfactions,
  sentence,
  solvedAnswers,
  tiles,
} from './requestTerms'
import { requestSimilar } from './requestSimilar'
import { requestTimes } from './requestTimes'
import { requestTogether } from './requestTogether'
import { requestMove } from './requestMove'
import { requestAnswer, requestLine, workingTime } from './requestView'
import { defineService, mutation, query } from './service'
import { tiers } from './tiers'
import * as z from './zod'

export const requestService = defineService('request', {
  /**
   * Send a problem. The answer already says which tier, why, who has it and by when. `source`: an officer with
   * `request.record` on the area brings it (else `notFound`, or `invalid` where it is another area of theirs); `external`
   * goes with the hotline, and the same number is taken once.
   */
  submit: mutation({
    scope: 'self',
    permission: 'request.record',
    input: {
      text: sentence,
      place,
      photos: uploadedFiles,
      tile: z.optional(z.enum(tiles)),
      source: z.optional(z.enum(broughtBy)),
      external: z.optional(external),
    },
    output: requestAnswer,
    errors: ['tooMany'],
  }),
  /** My own requests, newest first. */
  mine: query({
    scope: 'self',
    input: { cursor: z.optional(cursor) },
    output: { lines: z.array(requestLine), workingTime: z.optional(workingTime), next: z.optional(cursor) },
  }),
  /** One request with its history: for its reporter and for officers of its areas. */
  read: query({
    scope: 'document',
    permission: 'request.read',
    input: { id: requestId },
    output: requestAnswer,
  }),
  /** Open requests of one area in tier, then deadline order. Without `areaId`: the first area of the officer's posts. */
  worklist: query({
    scope: 'area',
    permission: 'request.read',
    input: { areaId: z.optional(areaId), cursor: z.optional(cursor) },
    output: {
      area: areaBrief,
      /** The areas this officer can choose between. */
      areas: z.array(areaBrief),
      lines: z.array(requestLine),
      workingTime: z.optional(workingTime),
      next: z.optional(cursor),
    },
  }),
  accept: requestMove('request.handle', {}),
  /**
   * A word from an officer or from the reporter. It changes no state, but an officer's first stops the reply clock and
   * each starts the time to the next one anew. `reached`: of a danger, what the officer reports with it. `toMerged`: the
   * same word goes to everybody whose report is dealt with in this one.
   */
  reply: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: {
      id: requestId,
      text: note,
      photos: uploadedFiles,
      reached: z.optional(z.enum(milestones)),
      toMerged: z.optional(z.boolean()),
    },
    output: requestAnswer,
    errors: ['wrongState', 'historyFull', 'tooMany'],
  }),
  resolve: requestMove('request.handle', { text: note, manner: z.enum(manners), photos: uploadedFiles }),
  /** The reporter's last word: `yes` ends it, `partly` and `no` open it again and need a sentence saying what is left. */
  confirm: mutation({
    scope: 'document',
    input: {
      id: requestId,
      version,
      solved: z.enum(solvedAnswers),
      satisfaction: z.enum(satisfactions),
      text: z.optional(note),
    },
    output: requestAnswer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** A person says that a danger the machine was unsure of is one: the street is called. */
  confirmDanger: requestMove('request.handle', {}),
  ...requestTimes,
  ...requestSimilar,
  ...requestTogether,
  /** A person corrects the tier, the category or both, with the reason; residents read it when the tier changes. */
  retier: requestMove('request.handle', {
    tier: z.optional(z.enum(tiers)),
    category: z.optional(z.enum(categories)),
    text: note,
  }),
  /** The reporter does not agree that it was lowered: the duty posts above have to answer. Once for each lowering. */
  object: mutation({
    scope: 'document',
    input: { id: requestId, version, text: note },
    output: requestAnswer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** The answer to an objection, by another than the one who lowered it: `upheld` puts the tier back. */
  answerObjection: requestMove('request.oversee', { upheld: z.boolean(), text: note }),
})
