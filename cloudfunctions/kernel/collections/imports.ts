import { importTotals } from '../../../contract/importReport'
import {
  coordinateSystems,
  importKinds,
  importStates,
  type ImportStep,
  importStepWords,
  missingRules,
} from '../../../contract/importTerms'
import * as z from '../../../contract/zod'
import { followSteps, type Run } from '../../../domain/import/run'
import { areaNewest } from './areaNewest'
import { defineCollection } from './collection'

const runEvent = z.strictObject({
  at: z.int(),
  by: z.string(),
  personId: z.optional(z.string()),
  text: z.string(),
  token: z.optional(z.string()),
})

export const imports = defineCollection<Run>({
  name: 'imports',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      version: z.int(),
      rev: z.int(),
      personId: z.string(),
      kind: z.enum(importKinds),
      fileName: z.string(),
      coordinates: z.enum(coordinateSystems),
      missing: z.enum(missingRules),
      areaId: z.string(),
      inbox: z.string(),
      source: z.optional(z.string()),
      state: z.enum(importStates),
      work: z.optional(
        z.strictObject({
          step: z.enum(Object.keys(importStepWords) as ImportStep[]),
          done: z.int(),
          of: z.int(),
        }),
      ),
      base: z.optional(
        z.strictObject({ areas: z.int(), roster: z.int(), places: z.int(), touched: z.int() }),
      ),
      checkedAt: z.int(),
      parts: z.array(z.string()),
      report: z.optional(z.string()),
      waste: z.optional(z.array(z.string())),
      totals: z.optional(z.strictObject(importTotals.shape)),
      message: z.optional(z.string()),
      target: z.optional(z.int()),
      final: z.optional(z.literal(true)),
      follow: z.optional(
        z.strictObject({
          from: z.int(),
          back: z.optional(z.literal(true)),
          what: z.enum(followSteps),
          after: z.string(),
          moved: z.int(),
          until: z.int(),
          done: z.boolean(),
        }),
      ),
      undoing: z.optional(runEvent),
      events: z.array(runEvent),
      createdAt: z.int(),
      listKey: z.string(),
      wakeAt: z.optional(z.int()),
    }),
  indexes: [
    areaNewest,
    { name: 'wake', keys: [['wakeAt', '1']] },
    // Which import brought a version.
    { name: 'target', keys: [['target', '1']] },
  ],
})
