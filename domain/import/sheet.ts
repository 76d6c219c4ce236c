import type { ImportFault } from '../../contract/import'
import type { Column } from './columns'
import { faultOf } from './faults'
import { hintFor } from './nearestWord'

/** One row, by our own names of the columns. */
export interface SheetRow {
  /** Line of the table (the header is 1), or number of the feature. */
  row: number
  /** What stands there, trimmed; a column that is not in the file is not here. */
  cells: Readonly<Record<string, string>>
  /** Of a feature: its GeoJSON geometry, as it was read. */
  geometry?: unknown
}

export interface Sheet {
  rows: SheetRow[]
  faults: ImportFault[]
}

/** A header as it is compared: without case, blanks, stars and what stands in brackets. */
const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|（.*?）|[\s*_]/g, '')

/** A table under our own names for its columns, with what is wrong with its header. Empty lines are left out. */
export const sheetOf = (
  headers: readonly string[],
  lines: readonly { row: number; values: readonly string[]; geometry?: unknown }[],
  columns: readonly Column[],
): Sheet => {
  const faults: ImportFault[] = []
  const known = new Map(
    columns.flatMap(column =>
      [column.header, column.key, ...(column.aliases ?? [])].map(name => [plainHeader(name), column]),
    ),
  )
  const keys = headers.map(header => {
    if (!header.trim()) return undefined
    const column = known.get(plainHeader(header))
    if (!column) {
      const hint = hintFor(
        header,
        columns.map(one => one.header),
        '不需要的话不用管它。',
      )
      faults.push(faultOf('unknownColumn', { column: header, words: { hint } }))
    }
    return column?.key
  })
  for (const column of columns) {
    const times = keys.filter(key => key === column.key).length
    if (!times && column.required) faults.push(faultOf('missingColumn', { column: column.header }))
    if (times > 1) faults.push(faultOf('doubleColumn', { column: column.header }))
  }
  const rows = lines.flatMap(({ row, values, geometry }): SheetRow[] => {
    const cells: Record<string, string> = {}
    keys.forEach((key, n) => {
      if (key !== undefined && !(key in cells)) cells[key] = (values[n] ?? '').trim()
    })
    const isEmpty = geometry === undefined && Object.values(cells).every(value => !value)
    return isEmpty ? [] : [{ row, cells, ...(geometry !== undefined && { geometry }) }]
  })
  if (!rows.length) faults.push(faultOf('nothing'))
  return { rows, faults }
}
