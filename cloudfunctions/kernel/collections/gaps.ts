import * as z from '../../../contract/zod'
import type { Gap } from '../../../domain/roster/gap'
import { defineCollection } from './collection'

export const gaps = defineCollection<Gap>({
  name: 'gaps',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      version: z.int(),
      rev: z.int(),
      kind: z.enum(['area', 'requests']),
      areaId: z.string(),
      areaIds: z.array(z.string()),
      officer: z.optional(z.strictObject({ officerId: z.string(), name: z.string(), post: z.string() })),
      count: z.optional(z.int()),
      events: z.array(
        z.strictObject({
          kind: z.enum(['opened', 'closed']),
          at: z.int(),
          count: z.optional(z.int()),
          task: z.optional(z.strictObject({ areaId: z.string(), post: z.string() })),
        }),
      ),
      openKey: z.optional(z.string()),
    }),
  indexes: [
    { name: 'open', keys: [['openKey', '1']] },
    {
      name: 'area_open',
      keys: [
        ['areaIds', '1'],
        ['openKey', '1'],
      ],
    },
  ],
})
