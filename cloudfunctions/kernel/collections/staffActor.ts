import * as z from '../../../contract/zod'

/** Who changed something about the staff, as histories keep them. */
export const staffActor = z.strictObject({
  personId: z.string(),
  officerId: z.optional(z.string()),
  name: z.optional(z.string()),
  post: z.optional(z.string()),
  areaId: z.optional(z.string()),
})
