import * as z from '../../contract/zod'
import type { Retention } from '../import/retention'

const some = z.int().check(z.positive())

/** What a published policy of retention has to look like. */
export const retentionPolicy: z.ZodMiniType<Retention> = z.strictObject({
  id: z.string(),
  source: z.optional(z.string()),
  undoable: z.int().check(z.gte(1), z.lte(10)),
  reportDays: some,
  sourceDays: some,
  exportMinutes: z.int().check(z.gte(1), z.lte(60)),
})
