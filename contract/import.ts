import { areaBrief } from './area'
import { areaId, cursor, instant, version } from './ids'
import { defineService, mutation, query } from './service'
import * as z from './zod'

/** What a file is about: areas with their outlines, officers with their posts, or buildings, estates and 地标. */
export const importKinds = ['areas', 'officers', 'places'] as const
export type ImportKind = (typeof importKinds)[number]
export const importKindWords: Record<ImportKind, string> = {
  areas: '区域边界',
  officers: '人员岗位',
  places: '楼栋地标',
}

/** The endings of files that can be imported, by kind. `zip` is a zipped Shapefile. */
export const importFormats = {
  areas: ['geojson', 'json', 'zip'],
  officers: ['xlsx', 'csv'],
  places: ['xlsx', 'csv'],
} as const satisfies Record<ImportKind, readonly string[]>

/** Bytes of an uploaded file; a larger one is refused before it is read. */
export const importBytesMost = 10 * 1024 * 1024

/** The system a file's coordinates are in. Maps in China draw GCJ-02, surveyors write WGS-84 (CGCS2000), Baidu BD-09. */
export const coordinateSystems = ['gcj02', 'wgs84', 'bd09'] as const
export type CoordinateSystem = (typeof coordinateSystems)[number]
export const coordinateWords: Record<CoordinateSystem, string> = {
  gcj02: '火星坐标 GCJ-02（微信、腾讯、高德地图）',
  wgs84: 'WGS-84 或 CGCS2000（测绘、GPS）',
  bd09: '百度坐标 BD-09',
}

/**
 * What becomes of what is in force but not in the file: it stays as it is (a file of one community), or it ends (the file
 * is the whole truth about the caller's area: of every tree it names, of all posts, of all places).
 */
export const missingRules = ['keep', 'end'] as const
export type MissingRule = (typeof missingRules)[number]

/**
 * Where a run stands.
 * - `checking`: call `advance` until it is not; `progress` says how far it is.
 * - `unreadable`: the file cannot be read at all; `message` says why and what to do. `recheck` after nothing but our side
 *   changed makes no sense: upload another file.
 * - `ready`: the report is there. `apply` is open unless it has errors.
 * - `applying`: call `advance` until it is not.
 * - `outdated`: something else was changed since the dry run, nothing was applied: `recheck`.
 * - `applied`: in force. Open requests follow in the background (`follow`).
 * - `undone`: what was in force before is in force again.
 */
export const importStates = [
  'checking',
  'unreadable',
  'ready',
  'applying',
  'outdated',
  'applied',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** The steps of a check and of applying, in order, as the screen names them. */
export const importStepWords = {
  read: '读取文件',
  compare: '逐行核对',
  ground: '核对边界的重叠和空隙',
  requests: '看看哪些诉求要换网格',
  report: '整理结果',
  write: '写入新版本',
  flip: '切换到新版本',
} as const
export type ImportStep = keyof typeof importStepWords

export const importChanges = ['added', 'changed', 'unchanged', 'ended'] as const
export type ImportChange = (typeof importChanges)[number]

/** An `error` must be mended before anything is applied; a `warning` is for a person to look at. */
export const faultSeverities = ['error', 'warning'] as const
export type FaultSeverity = (typeof faultSeverities)[number]

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

const totals = z.object({
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
export type ImportTotals = z.infer<typeof totals>

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
  /** From `ready` on. */
  totals: z.optional(totals),
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
  /** The caller's and their colleagues' runs on their areas, the newest first; with the first page, who exported what of late. */
  list: query({
    scope: 'area',
    permission: 'area.manage',
    input: { areaId: z.optional(areaId), cursor: z.optional(cursor) },
    output: {
      area: areaBrief,
      runs: z.array(importRun),
      exports: z.optional(z.array(exportLine)),
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
