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
