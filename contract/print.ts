import { areaId } from './ids'
import { defineService, query } from './service'
import * as z from './zod'

/** Plates printed in one call: more would not be done in its time. */
export const printedMost = 16
/** Plates on one sheet of A4. */
export const perPageMost = 8
export const sheetFormats = ['pdf', 'png'] as const

/** A function of its own: fonts and the writing of PDF are heavy, and only a few officers print. */
export const printService = defineService(
  'print',
  {
    /**
     * Sheets of A4 with the notice plates of these areas, in their order, to print and cut: one PDF, or a picture of each
     * sheet. All must be ready (`plate.issue`), or it is `wrongState`. The addresses work for a short time.
     */
    plates: query({
      scope: 'area',
      permission: 'plate.manage',
      input: {
        areaIds: z.array(areaId).check(z.minLength(1), z.maxLength(printedMost)),
        perPage: z.int().check(z.minimum(1), z.maximum(perPageMost)),
        format: z.enum(sheetFormats),
      },
      output: {
        files: z.array(z.object({ url: z.string(), fileName: z.string() })),
        /** Characters of names that the font does not have: they are left blank, for a pen. */
        missing: z.optional(z.string()),
      },
      errors: ['wrongState'],
    }),
  },
  'print',
)
