import type { ImportFault } from '../../contract/importReport'
import { areaFaults } from './areas/areaFaults'
import { outlineFaults } from './areas/outlineFaults'
import type { FaultWords } from './faultWords'
import { officerFaults } from './officers/officerFaults'
import { placeFaults } from './places/placeFaults'
import { tableFaults } from './tableFaults'

/** Every fault an import can find, with its words. */
const faults = { ...tableFaults, ...areaFaults, ...outlineFaults, ...officerFaults, ...placeFaults }

export type FaultCode = keyof typeof faults

/** Where a fault is, and what fills its words. */
export interface FaultAt {
  row?: number
  column?: string
  value?: string
  name?: string
  /** Fills `{…}` of the words beside `column` and `value`. */
  words?: Record<string, string | number>
}

const valueMost = 40

/** One fault, in words. */
export const faultOf = (
  code: FaultCode,
  { row, column, value, name, words = {} }: FaultAt = {},
): ImportFault => {
  const { severity, why, mend }: FaultWords = faults[code]
  const shown = value !== undefined && value.length > valueMost ? `${value.slice(0, valueMost)}…` : value
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, key: string) => String(words[key] ?? { column, value: shown }[key] ?? ''))
  return {
    severity,
    code,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column }),
    ...(shown !== undefined && { value: shown }),
    ...(name !== undefined && { name }),
    why: filled(why),
    mend: filled(mend),
  }
}
