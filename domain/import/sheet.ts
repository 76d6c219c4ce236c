import type { ImportFault } from '../../contract/importReport'
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
  /** Of outlines: the file itself says that they are in WGS-84 or CGCS2000. */
  surveyed?: boolean
}

/** A header as it is compared: without case, blanks, stars and what stands in brackets. */
const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|（.*?）|[\s*_]/g, '')

/** What a workbook says of a sheet besides its cells. */
export interface Marks {
  /** Rows that are hidden. */
  hidden?: readonly number[]
  /** Cells whose formula gives nothing, by row and place of the header (from 0). */
  broken?: readonly { row: number; at: number }[]
}

/** Characters nobody sees, which come along when something is copied from a chat or a web page. */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** A cell without what nobody sees, on one line. */
const plainCell = (value = ''): string =>
  value
    .replace(unseen, '')
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()

/** A table under our own names for its columns, with what is wrong with its header. Empty lines are left out. */
export const sheetOf = (
  headers: readonly string[],
  lines: readonly { row: number; values: readonly string[]; geometry?: unknown }[],
  columns: readonly Column[],
  { hidden = [], broken = [] }: Marks = {},
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
  if (hidden.length) faults.push(faultOf('hiddenRows', { row: hidden[0], words: { count: hidden.length } }))
  for (const { row, at } of broken) {
    if (keys[at] !== undefined) faults.push(faultOf('brokenCell', { row, column: headers[at] }))
  }
  const rows = lines.flatMap(({ row, values, geometry }): SheetRow[] => {
    const cells: Record<string, string> = {}
    keys.forEach((key, n) => {
      if (key !== undefined && !(key in cells)) cells[key] = plainCell(values[n])
    })
    const isEmpty = geometry === undefined && Object.values(cells).every(value => !value)
    return isEmpty ? [] : [{ row, cells, ...(geometry !== undefined && { geometry }) }]
  })
  if (!rows.length) faults.push(faultOf('nothing'))
  return { rows, faults }
}
