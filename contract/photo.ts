import * as z from './zod'

export const photosMost = 9

/** A file the phone uploaded a moment ago: `cloud://<environment>/inbox/<32 hex>/<n>.<ext>`. */
export const uploadedFile = z
  .string()
  .check(z.regex(/^cloud:\/\/[\w.-]+\/inbox\/[0-9a-f]{32}\/\d{1,2}\.(jpg|jpeg|png|webp)$/i))

export const uploadedFiles = z.array(uploadedFile).check(z.maxLength(photosMost))

/**
 * A picture as screens show it. `url` is short-lived. Without one it is still being checked, or was `rejected`: not a
 * picture, or too large. A bad picture never holds up the report it came with.
 */
export const photo = z.object({
  id: z.string(),
  url: z.optional(z.string()),
  rejected: z.optional(z.boolean()),
})
export type Photo = z.infer<typeof photo>
