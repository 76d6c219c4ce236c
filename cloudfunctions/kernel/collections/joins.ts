import * as z from '../../../contract/zod'
import type { Join } from '../../../domain/duplicates/join'
import { defineCollection } from './collection'

export const joins = defineCollection<Join>({
  name: 'joins',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      requestId: z.string(),
      personId: z.string(),
      gridId: z.optional(z.string()),
      building: z.optional(z.string()),
      listKey: z.optional(z.string()),
      tokens: z.array(z.string()),
    }),
  indexes: [
    {
      name: 'request_joined',
      keys: [
        ['requestId', '1'],
        ['listKey', '1'],
      ],
    },
    {
      name: 'person_newest',
      keys: [
        ['personId', '1'],
        ['listKey', '-1'],
      ],
    },
  ],
})
