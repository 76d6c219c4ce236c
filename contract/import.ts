import { areaBrief } from './area'
import { areaId, cursor, instant, version } from './ids'
import { importFault, importMove, importRow } from './importReport'
import { importRun } from './importRun'
import { coordinateSystems, importChanges, importKinds, missingRules } from './importTerms'
import { defineService, mutation, query } from './service'
import * as z from './zod'

/** How long what imports and exports leave behind is kept: the policy `retention`. */
export const importKept = z.object({
  /** Versions before the one in force that can be put back. */
  undoable: z.int(),
  reportDays: z.int(),
  sourceDays: z.int(),
  exportMinutes: z.int(),
  /** When it was last looked what can go, and when at the latest the next time; absent before the first. */
  clearedAt: z.optional(instant),
  nextAt: z.optional(instant),
})
export type ImportKept = z.infer<typeof importKept>

/** Who took what out, and whether private phones were in it. */
export const exportLine = z.object({
  at: instant,
  by: z.string(),
  kind: z.enum(importKinds),
  rows: z.int(),
  phones: z.boolean(),
})
export type ExportLine = z.infer<typeof exportLine>

/** A dated figure of an area that has to be looked at: beyond the bounds of its kind, or older than the street believes. */
export const figureFlag = z.object({
  area: areaBrief,
  figure: z.enum(['population', 'households']),
  count: z.int(),
  asOf: instant,
  why: z.enum(['high', 'low', 'stale']),
  /** The bound, people; of a stale one how many days are believed. */
  limit: z.int(),
})
export type FigureFlag = z.infer<typeof figureFlag>

/** A file the phone or browser uploaded a moment ago: `cloud://<environment>/inbox/<32 hex>/<n>.<ending>`. */
const uploadedImport = z
  .string()
  .check(z.regex(/^cloud:\/\/[\w.-]+\/inbox\/[0-9a-f]{32}\/\d{1,2}\.(geojson|json|zip|xlsx|csv)$/i))

const importId = z.string().check(z.regex(/^m[0-9a-z]{24}$/))

const answer = { run: importRun }

/** The forms of an exported file. */
export const exportFormats = ['geojson', 'xlsx', 'csv'] as const

/** A file under an address that works for some minutes. */
const fileAnswer = { url: z.string(), fileName: z.string(), rows: z.int() }

/**
 * Import and export of areas, officers and places. Upload the file to `inbox/<32 hex>/0.<ending>`, `start`, call `advance`
 * while the state is `checking`, `read` the report, `apply`, call `advance` while it is `applying`. Every call may be sent
 * again at any point; a run that was left half way goes on where it was. All need `area.manage`; others get `notFound`.
 */
export const importService = defineService('import', {
  /** An empty table with the headers and a sheet that explains them (xlsx), or the headers alone (csv). */
  template: query({
    scope: 'area',
    permission: 'area.manage',
    input: { kind: z.enum(['officers', 'places']), format: z.enum(['xlsx', 'csv']) },
    output: fileAnswer,
  }),
  /** A run for an uploaded file. The same file sent again by the same person is the same run, whatever else is sent. */
  start: mutation({
    scope: 'area',
    permission: 'area.manage',
    input: {
      file: uploadedImport,
      fileName: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
      kind: z.enum(importKinds),
      /** Of the points and outlines in the file; GCJ-02 when left out. */
      coordinates: z.optional(z.enum(coordinateSystems)),
      /** `keep` when left out. */
      missing: z.optional(z.enum(missingRules)),
      /** One of the caller's areas; the first when left out. */
      areaId: z.optional(areaId),
    },
    output: answer,
    errors: ['tooMany'],
  }),
  /** Some seconds of work on a run that is `checking` or `applying`; nothing for any other. Call it again and again. */
  advance: mutation({
    scope: 'document',
    permission: 'area.manage',
    input: { id: importId },
    output: answer,
    errors: ['conflict'],
  }),
  /** A page of the report: faults (all with the errors first, or of one severity), rows by what becomes of them, or what would follow to other areas. */
  read: query({
    scope: 'document',
    permission: 'area.manage',
    input: {
      id: importId,
      list: z.optional(z.enum(['faults', 'errors', 'warnings', ...importChanges, 'moves'])),
      cursor: z.optional(cursor),
    },
    output: {
      ...answer,
      faults: z.array(importFault),
      rows: z.array(importRow),
      moved: z.array(importMove),
      next: z.optional(cursor),
    },
  }),
  /** The caller's and their colleagues' runs on their areas, the newest first; with the first page, who exported what of late, and how long what is kept. */
  list: query({
    scope: 'area',
    permission: 'area.manage',
    input: { areaId: z.optional(areaId), cursor: z.optional(cursor) },
    output: {
      area: areaBrief,
      runs: z.array(importRun),
      exports: z.optional(z.array(exportLine)),
      kept: z.optional(importKept),
      /** Figures in force that have to be looked at, twenty at most: those out of range first, then the oldest. */
      figures: z.optional(z.object({ count: z.int(), flags: z.array(figureFlag) })),
      next: z.optional(cursor),
    },
  }),
  /** Begins to apply a `ready` run without errors: all of it or nothing. `wrongState` says why it cannot be. */
  apply: mutation({
    scope: 'document',
    permission: 'area.manage',
    input: { id: importId, version },
    output: answer,
    errors: ['conflict', 'wrongState'],
  }),
  /**
   * Checks the file once more against what is in force now: after `outdated`, or when rules have changed. The file is gone
   * once it was applied, and a week (the policy `retention` says) after a check that nobody followed up; then it has to be
   * uploaded again.
   */
  recheck: mutation({
    scope: 'document',
    permission: 'area.manage',
    input: { id: importId, version },
    output: answer,
    errors: ['conflict', 'wrongState'],
  }),
  /** Puts back what was in force before an applied run, while that is kept and no later import builds on it. `text`: why. */
  undo: mutation({
    scope: 'document',
    permission: 'area.manage',
    input: { id: importId, version, text: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) },
    output: answer,
    errors: ['conflict', 'wrongState'],
  }),
  /**
   * What is in force, as a file that can be imported again and then changes nothing. Areas as GeoJSON in GCJ-02. Officers'
   * private phones are in it only for those who may manage officers. Who took what is noted; the file goes when its address
   * works no longer. `wrongState`: sent again after that.
   */
  exportFile: mutation({
    scope: 'area',
    permission: 'area.manage',
    input: {
      kind: z.enum(importKinds),
      format: z.enum(exportFormats),
      /** One of the caller's areas or an area below; the first of theirs when left out. */
      areaId: z.optional(areaId),
    },
    output: fileAnswer,
    errors: ['wrongState', 'tooMany'],
  }),
})
