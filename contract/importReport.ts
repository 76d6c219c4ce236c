import { faultSeverities, importChanges } from './importTerms'
import * as z from './zod'

/** One thing wrong with a file, or with what would be in force after it. */
export const importFault = z.object({
  severity: z.enum(faultSeverities),
  /** What kind of fault, stable: `missingParent`, `overlap` … (domain/import/faults). */
  code: z.string(),
  /** Line of a table (the header is 1), or number of the feature in a file of areas (the first is 1). Absent when no row is at fault. */
  row: z.optional(z.int()),
  /** The column or property, as the file or the template names it. */
  column: z.optional(z.string()),
  /** What stands there, shortened; private phones masked. */
  value: z.optional(z.string()),
  /** What it is about, when that has a name: 甲一街区第三网格 */
  name: z.optional(z.string()),
  /** Why it is a fault. */
  why: z.string(),
  /** How to mend it. */
  mend: z.string(),
})
export type ImportFault = z.infer<typeof importFault>

/** What would become of one row. */
export const importRow = z.object({
  /** Absent for what is not in the file and ends. */
  row: z.optional(z.int()),
  change: z.enum(importChanges),
  name: z.string(),
  /** Where or what it is, in words: 甲一街区 · 网格员 */
  where: z.string(),
  /** With `changed`: each field with what stood there and what would. `from` and `to` are absent for nothing. */
  fields: z.optional(
    z.array(z.object({ column: z.string(), from: z.optional(z.string()), to: z.optional(z.string()) })),
  ),
})
export type ImportRow = z.infer<typeof importRow>

/** What follows when areas are drawn anew: open requests, homes of residents, places of their families, councils and their open topics. */
export const importMoveKinds = ['requests', 'homes', 'family', 'councils', 'topics'] as const

/** Something that would follow from one area to another. */
export const importMove = z.object({
  what: z.enum(importMoveKinds),
  from: z.string(),
  to: z.string(),
  count: z.int(),
  /** The rule, in words: 按上报的位置 / 原网格撤销，归到相接的网格 */
  rule: z.string(),
})
export type ImportMove = z.infer<typeof importMove>

/** How many rows, faults and things that would follow a report lists. */
export const importTotals = z.object({
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  ended: z.int(),
  errors: z.int(),
  warnings: z.int(),
  /** What would follow. */
  requests: z.int(),
  homes: z.int(),
  family: z.int(),
  councils: z.int(),
  topics: z.int(),
})
export type ImportTotals = z.infer<typeof importTotals>
