import * as z from '../../../contract/zod'
import { contactRules, type StoredPost } from '../../../domain/account/post'
import type { Versioned } from '../../../domain/version/versioned'
import { defineCollection } from './collection'
import { versionIndex } from './versionIndex'

export const posts = defineCollection<Versioned<StoredPost>>({
  name: 'posts',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      of: z.string(),
      version: z.int(),
      v: z.literal(2),
      officerId: z.string(),
      name: z.string(),
      areaId: z.string(),
      kind: z.string(),
      duty: z.strictObject({ days: z.array(z.int()), from: z.int(), to: z.int() }),
      contact: z.enum(contactRules),
      workPhone: z.optional(z.string()),
      from: z.int(),
      to: z.optional(z.int()),
      endedBy: z.optional(z.string()),
    }),
  // Read whole, and kept in memory.
  indexes: [versionIndex],
})
