import * as z from '../../../contract/zod'
import type { Officer } from '../../../domain/account/post'
import type { Versioned } from '../../../domain/version/versioned'
import { defineCollection } from './collection'
import { versionIndex } from './versionIndex'

export const officers = defineCollection<Versioned<Officer>>({
  name: 'officers',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      of: z.string(),
      version: z.int(),
      v: z.literal(1),
      name: z.string(),
      photo: z.optional(z.string()),
      privatePhone: z.optional(z.string()),
      unit: z.optional(z.string()),
    }),
  indexes: [
    versionIndex,
    // Two with one phone: a person decides whose account it is.
    {
      name: 'phone',
      keys: [
        ['version', '1'],
        ['privatePhone', '1'],
      ],
    },
  ],
})
