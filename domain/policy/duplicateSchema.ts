import { categories } from '../../contract/categories'
import { tiles } from '../../contract/requestTerms'
import * as z from '../../contract/zod'
import type { DuplicatePolicy } from '../duplicates/duplicatePolicy'

const share = z.number().check(z.minimum(0), z.maximum(1))
const positive = z.int().check(z.positive())
const words = z.string().check(z.minLength(1), z.regex(/^\S+( \S+)*$/))

/** The reach stays within what the cells of `domain/duplicates/cells` are made for. */
export const reachMost = 250

export const duplicatePolicy: z.ZodMiniType<DuplicatePolicy> = z
  .strictObject({
    id: z.string(),
    reach: z.strictObject({ metres: positive.check(z.maximum(reachMost)), days: positive }),
    halves: z.strictObject({ metres: positive, days: positive }),
    weights: z.strictObject({ text: share, matter: share, kind: share }),
    unplaced: z.strictObject({ sameBuilding: share, sameGrid: share, otherGrid: share }),
    otherBuilding: share,
    likely: share,
    offered: positive.check(z.maximum(10)),
    topicFrom: positive,
    matters: z.array(
      z.strictObject({
        id: z.string(),
        say: z.string(),
        words,
        over: z.optional(z.array(z.string())),
        public: z.optional(z.boolean()),
      }),
    ),
    where: words,
    shared: words,
    home: words,
    person: words,
    privateTiles: z.array(z.enum(tiles)),
    privateCategories: z.array(z.enum(categories)),
  })
  .check(
    z.refine(({ weights: { text, matter, kind } }) => Math.abs(text + matter + kind - 1) < 1e-9, {
      error: 'the weights add up to 1',
    }),
    z.refine(
      ({ matters }) =>
        matters.every(({ over = [] }) => over.every(id => matters.some(matter => matter.id === id))),
      { error: 'what a matter stands over is a matter too' },
    ),
  )
