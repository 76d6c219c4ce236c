import * as z from '../../../contract/zod'
import { contactRules } from '../../../domain/account/post'

/** What is stored of a post beside its id. */
export const postFields = {
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
}
