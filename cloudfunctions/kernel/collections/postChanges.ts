import * as z from '../../../contract/zod'
import type { PostChange } from '../../../domain/roster/postChange'
import { defineCollection } from './collection'
import { postFields } from './postFields'
import { staffActor } from './staffActor'

export const postChanges = defineCollection<PostChange>({
  name: 'postChanges',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      rev: z.int(),
      events: z.array(z.never()),
      kind: z.enum(['appointed', 'ended', 'handedOver']),
      at: z.int(),
      by: staffActor,
      areaId: z.string(),
      ends: z.optional(
        z.strictObject({
          postId: z.string(),
          officerId: z.string(),
          name: z.string(),
          personId: z.optional(z.string()),
        }),
      ),
      begins: z.optional(z.strictObject({ _id: z.string(), ...postFields })),
      stage: z.enum(['posts', 'requests', 'done', 'void']),
      cursor: z.string(),
      moved: z.int(),
      wakeAt: z.optional(z.int()),
    }),
  indexes: [{ name: 'wake', keys: [['wakeAt', '1']] }],
})
