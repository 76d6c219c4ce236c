import { bindingProofs } from '../../../contract/account'
import * as z from '../../../contract/zod'
import type { Binding } from '../../../domain/roster/binding'
import { defineCollection } from './collection'
import { staffActor } from './staffActor'

export const bindings = defineCollection<Binding>({
  name: 'bindings',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      version: z.int(),
      rev: z.int(),
      personId: z.optional(z.string()),
      codeHash: z.optional(z.string()),
      codeUntil: z.optional(z.int()),
      events: z.array(
        z.strictObject({
          kind: z.enum(['codeMade', 'bound', 'released']),
          at: z.int(),
          by: z.optional(staffActor),
          personId: z.optional(z.string()),
          how: z.optional(z.enum(bindingProofs)),
          reason: z.optional(z.string()),
          token: z.optional(z.string()),
        }),
      ),
      cursor: z.optional(z.string()),
      wakeAt: z.optional(z.int()),
    }),
  indexes: [
    // Those with an account are read whole, and kept in memory.
    { name: 'person', keys: [['personId', '1']] },
    { name: 'code', keys: [['codeHash', '1']] },
    { name: 'wake', keys: [['wakeAt', '1']] },
  ],
})
