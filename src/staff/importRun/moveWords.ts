import { importMoveKinds, type ImportMove, type ImportTotals } from '../../../contract/importReport'

/** What follows to another area, counted as people count it. */
export const moveWords: Record<ImportMove['what'], (count: number) => string> = {
  requests: count => `${count} 件没办完的事`,
  homes: count => `${count} 家住户`,
  family: count => `${count} 处家人的住处`,
  councils: count => `${count} 个理事会`,
  topics: count => `${count} 个议题`,
}

/** Everything that would follow, all kinds together. */
export const followCount = (totals: ImportTotals): number =>
  importMoveKinds.reduce((sum, kind) => sum + totals[kind], 0)

/** “2 件没办完的事，3 家住户”, without what is none. */
export const followWords = (totals: ImportTotals): string =>
  importMoveKinds.flatMap(kind => (totals[kind] ? [moveWords[kind](totals[kind])] : [])).join('，')
