import * as z from '../../../contract/zod'
import { defineCollection } from './collection'

/**
 * The one document that says what is in force. Imports write the next version beside the present one and then flip
 * this, so that nobody ever sees half of it.
 */
export interface Pointers {
  _id: string
  v: 1
  areas: number
  roster: number
  /** Policy in force by kind: `{triage: 'triage:1'}`. */
  policies: Record<string, string>
}

export const pointers = defineCollection<Pointers>({
  name: 'pointers',
  schema: z.strictObject({
    _id: z.string(),
    v: z.literal(1),
    areas: z.int(),
    roster: z.int(),
    policies: z.record(z.string(), z.string()),
  }),
  indexes: [],
})
