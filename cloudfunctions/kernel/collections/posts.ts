import * as z from '../../../contract/zod'
import type { StoredPost } from '../../../domain/account/post'
import type { Versioned } from '../../../domain/version/versioned'
import { defineCollection } from './collection'
import { postFields } from './postFields'
import { versionIndex } from './versionIndex'

export const posts = defineCollection<Versioned<StoredPost>>({
  name: 'posts',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      of: z.string(),
      version: z.int(),
      ...postFields,
      endedBy: z.optional(z.string()),
    }),
  // Read whole, and kept in memory.
  indexes: [versionIndex],
})
