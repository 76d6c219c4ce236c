import * as z from '../../../contract/zod'
import type { ClaimTries } from '../../../domain/roster/claimTries'
import { defineCollection } from './collection'

export const claimTries = defineCollection<ClaimTries>({
  name: 'claimTries',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      rev: z.int(),
      events: z.array(z.never()),
      tries: z.array(z.strictObject({ at: z.int(), id: z.string() })),
    }),
  // Only ever read by the account's id.
  indexes: [],
})
