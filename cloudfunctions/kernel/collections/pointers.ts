import * as z from '../../../contract/zod'
import type { Pointers } from '../../../domain/policy/pointers'
import { defineCollection } from './collection'

export const pointers = defineCollection<Pointers>({
  name: 'pointers',
  schema: () =>
    z.strictObject({
      _id: z.literal('active'),
      v: z.literal(2),
      areas: z.int(),
      roster: z.int(),
      places: z.int(),
      lastVersion: z.optional(z.int()),
      touched: z.int(),
      shapes: z.optional(z.strictObject({ version: z.int(), fileId: z.string() })),
      history: z.optional(
        z.strictObject({ id: z.string(), fileId: z.string(), lastFileId: z.optional(z.string()) }),
      ),
      clearedAt: z.optional(z.int()),
      policies: z.record(z.string(), z.string()),
    }),
  indexes: [],
})
