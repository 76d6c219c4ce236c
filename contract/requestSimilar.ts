import { instant, requestId } from './ids'
import { place } from './place'
import { sentence, tiles } from './requestTerms'
import { tierLabel } from './requestView'
import { query } from './service'
import { statuses } from './statuses'
import * as z from './zod'

/**
 * An open matter as any neighbour may see it: never anybody's words, name, pictures or door. `what` is one of the words
 * of the policy (电梯, 路灯 …), `place` names an area and at most a building.
 */
export const neighbourLine = z.object({
  id: requestId,
  what: z.string(),
  place: z.string(),
  createdAt: instant,
  status: z.enum(statuses),
  /** Who reported it, with those who joined and those whose own report is dealt with in it. */
  households: z.int(),
  /** This person reported it or has joined it. */
  mine: z.boolean(),
})
export type NeighbourLine = z.infer<typeof neighbourLine>

const similarLine = z.object({
  ...neighbourLine.shape,
  /** Why it may be the same, in a few words each: 说的是同样的事, 50 米内 … */
  reasons: z.array(z.string()),
})
export type SimilarLine = z.infer<typeof similarLine>

/** The same for an officer of its areas. */
const staffSimilarLine = z.object({
  id: requestId,
  no: z.string(),
  text: z.string(),
  place: z.string(),
  createdAt: instant,
  status: z.enum(statuses),
  label: tierLabel,
  households: z.int(),
  /** Between 0 and 1. */
  score: z.number(),
  reasons: z.array(z.string()),
})
export type StaffSimilarLine = z.infer<typeof staffSimilarLine>

/** Open requests that may be about the same matter. */
export const requestSimilar = {
  /**
   * What a resident could join instead of sending: the likeliest first, none for danger (it is sent at once) and only
   * what is everybody's. `sent`: the report is sent already, so that danger can be asked about too.
   */
  similar: query({
    scope: 'self',
    input: { text: sentence, place, tile: z.optional(z.enum(tiles)), sent: z.optional(z.boolean()) },
    output: { lines: z.array(similarLine) },
    errors: ['tooMany'],
  }),
  /** What an officer could deal with together with a request. */
  similarTo: query({
    scope: 'document',
    permission: 'request.read',
    input: { id: requestId },
    output: { lines: z.array(staffSimilarLine) },
  }),
}
