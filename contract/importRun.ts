import { areaBrief } from './area'
import { instant, version } from './ids'
import { importTotals } from './importReport'
import {
  coordinateSystems,
  importKinds,
  importStates,
  type ImportStep,
  importStepWords,
  missingRules,
} from './importTerms'
import * as z from './zod'

/** One import of one file, from the upload to what it changed, as a screen shows it. */
export const importRun = z.object({
  id: z.string(),
  /** For `apply`, `undo` and `recheck`. */
  version,
  kind: z.enum(importKinds),
  fileName: z.string(),
  coordinates: z.enum(coordinateSystems),
  missing: z.enum(missingRules),
  /** The area it is about: its person may manage it and what is below. */
  area: areaBrief,
  state: z.enum(importStates),
  /** While `checking` and `applying`: the step, and how much of it is done. */
  progress: z.optional(
    z.object({ step: z.enum(Object.keys(importStepWords) as ImportStep[]), done: z.int(), of: z.int() }),
  ),
  /** With `unreadable` and `outdated`: why, and what to do. */
  message: z.optional(z.string()),
  /** With `applied`: why it cannot be undone now, and what to do instead. */
  stays: z.optional(z.string()),
  /** From `ready` on. */
  totals: z.optional(importTotals),
  /** The lines behind the totals are not kept any more. */
  reportCleared: z.optional(z.boolean()),
  /** After `applied` and `undone`: how much has followed so far; `done` when all have. */
  follow: z.optional(z.object({ moved: z.int(), done: z.boolean() })),
  /** Who did what when: 导入、核对、启用、撤销. The newest last. */
  events: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
  createdAt: instant,
  /** What this person can do now; the screen shows a button for each. */
  moves: z.array(z.enum(['advance', 'apply', 'recheck', 'undo'])),
})
export type ImportRun = z.infer<typeof importRun>
