import type { ImportFault } from '../../contract/importReport'
import { type FaultCode, faultOf } from './faults'

interface Read {
  row: number
  cells: { raw: (key: string) => string | undefined }
}

/**
 * The rows without those that repeat the key of an earlier one, each of which gets a fault that names the earlier. `taken`
 * are keys that something else has, by its name.
 */
export const doubles = <T extends Read>(
  read: readonly T[],
  key: (one: T) => string | undefined,
  code: FaultCode,
  faults: ImportFault[],
  taken: ReadonlyMap<string, string> = new Map(),
): T[] => {
  const seen = new Map(taken)
  return read.filter(one => {
    const its = key(one)
    if (its === undefined) return true
    const other = seen.get(its)
    if (other === undefined) {
      seen.set(its, `第 ${one.row} 行`)
      return true
    }
    const name = one.cells.raw('name')
    faults.push(
      faultOf(code, {
        row: one.row,
        ...(name && { name }),
        words: { other: taken.has(its) ? `“${other}”` : other },
      }),
    )
    return false
  })
}
