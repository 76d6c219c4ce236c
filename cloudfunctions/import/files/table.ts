import { Unreadable } from './Unreadable'

/** A table as it was read: the first line is the header. */
export interface Table {
  headers: string[]
  /** `row` is the line of the table; the header is 1. */
  lines: { row: number; values: string[] }[]
  /** Of a workbook: rows that are hidden, and cells whose formula gives nothing, by row and place of the header (from 0). */
  hidden?: number[]
  broken?: { row: number; at: number }[]
}

/** Rows of one import; a district's officers and buildings are far fewer. */
export const rowsMost = 50_000
/** Columns; the template has fifteen. */
export const columnsMost = 100

/**
 * A table of lines of cells. Lines above the first with two cells (a title) are skipped, as spreadsheets have them. Throws
 * `Unreadable` for one without a header, and for one beyond all measure.
 */
export const tableOf = (lines: readonly (readonly string[])[], where = '文件'): Table => {
  const header = lines.findIndex(line => line.filter(cell => cell.trim()).length > 1)
  if (header < 0) throw new Unreadable(`${where}里没有表头。请照模板填写，第一行是表头。`)
  if (lines.length > rowsMost) {
    throw new Unreadable(`${where}超过了 ${rowsMost} 行。请按社区分开导入。`)
  }
  const headers = lines[header] ?? []
  if (headers.length > columnsMost) {
    throw new Unreadable(`${where}超过了 ${columnsMost} 列。请删掉用不着的列再导入。`)
  }
  return {
    headers: [...headers],
    lines: lines
      .slice(header + 1)
      .map((values, n) => ({ row: header + n + 2, values: values.slice(0, headers.length) })),
  }
}
