import type { ImportKind } from '../../contract/importTerms'

/** One exported file, as stored in `handouts`: who took what when. The line stays, the file does not. */
export interface Handout {
  /** `e` + a hash of the person and the token: an export sent twice is one. */
  _id: string
  v: 1
  /** Raised by every write. */
  rev: number
  events: never[]
  personId: string
  /** By name. */
  by: string
  areaId: string
  kind: ImportKind
  format: 'geojson' | 'xlsx' | 'csv'
  /** Whether private phones are in it. */
  phones: boolean
  rows: number
  /** In storage, until it is removed. */
  file?: string
  at: number
  /** `<13-digit at>-<id>` */
  listKey: string
  /** When the file is removed, ms. */
  wakeAt?: number
}
