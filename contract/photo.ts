import * as z from './zod'

export const photosMost = 9

/** A file the phone uploaded a moment ago: `cloud://<environment>/inbox/<32 hex>/<n>.<ext>`. */
export const uploadedFile = z
  .string()
  .check(z.regex(/^cloud:\/\/[\w.-]+\/inbox\/[0-9a-f]{32}\/\d{1,2}\.(jpg|jpeg|png|webp)$/i))

export const uploadedFiles = z.array(uploadedFile).check(z.maxLength(photosMost))

/** A picture as screens show it; `url` is short-lived, and absent while the picture is still being checked. */
export const photo = z.object({ id: z.string(), url: z.optional(z.string()) })
export type Photo = z.infer<typeof photo>
