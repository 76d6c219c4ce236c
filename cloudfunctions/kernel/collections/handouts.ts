import { exportFormats } from '../../../contract/import'
import { importKinds } from '../../../contract/importTerms'
import * as z from '../../../contract/zod'
import type { Handout } from '../../../domain/import/handout'
import { areaNewest } from './areaNewest'
import { defineCollection } from './collection'

export const handouts = defineCollection<Handout>({
  name: 'handouts',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      rev: z.int(),
      events: z.array(z.never()),
      personId: z.string(),
      by: z.string(),
      areaId: z.string(),
      kind: z.enum(importKinds),
      format: z.enum(exportFormats),
      phones: z.boolean(),
      rows: z.int(),
      file: z.optional(z.string()),
      at: z.int(),
      listKey: z.string(),
      wakeAt: z.optional(z.int()),
    }),
  indexes: [areaNewest, { name: 'wake', keys: [['wakeAt', '1']] }],
})
