import { hour } from '../time/china'

/** How often it is looked what can be cleared away, ms. */
export const clearingEvery = 6 * hour

/** How long what imports and exports leave behind is kept. */
export interface Retention {
  id: string
  source?: string
  /** Versions kept before the one in force, each of which can be put back, of areas, of the roster and of places. */
  undoable: number
  /** The lines of a dry run's report. */
  reportDays: number
  /** An uploaded file that nobody applies; it may hold private phones. */
  sourceDays: number
  /** The address of an exported file, and the file itself. */
  exportMinutes: number
}
