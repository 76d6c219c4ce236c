import { isZip, openZip } from './openZip'
import { type Table, tableOf } from './table'
import { Unreadable } from './Unreadable'

/** The first sheet of an XLSX workbook. Throws `Unreadable`. */
export const readXlsx = async (bytes: Uint8Array): Promise<Table> => {
  if (!isZip(bytes)) {
    throw new Unreadable('这不是 XLSX 文件（旧的 .xls 或改了后缀都不行）。请用表格软件“另存为 XLSX”再传。')
  }
  // The reader unpacks whatever it is given: only what was unpacked before, within bounds, gets there.
  if (!(await openZip(bytes)).has('[Content_Types].xml')) {
    throw new Unreadable('这不是 XLSX 文件。请用表格软件“另存为 XLSX”再传。')
  }
  const { readSheet } = await import('read-excel-file/universal')
  const rows = await readSheet<string>(bytes.slice().buffer, { parseNumber: plainNumber }).catch(() => {
    throw new Unreadable('表格读不出来，可能已经损坏。请用表格软件重新“另存为 XLSX”再传。')
  })
  const table = tableOf(rows.map(row => row.map(cellText)))
  if (!table) throw new Unreadable('第一张工作表里没有表头，或超过了 5 万行。请照模板填写，按社区分开导入。')
  return table
}

/** A number as it was typed. Spreadsheets keep 15 digits: a longer one has lost its end and is left as 4.4E+17. */
const plainNumber = (written: string): string => {
  const number = Number(written)
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? number.toExponential() : String(number)
}

const cellText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    // A time of day is a date of the year 1899 or 1900.
    return cell.getUTCFullYear() < 1905
      ? `${cell.getUTCHours()}:${String(cell.getUTCMinutes()).padStart(2, '0')}`
      : cell.toISOString().slice(0, 10)
  }
  return typeof cell === 'boolean' ? (cell ? '是' : '否') : String(cell as string)
}

/** Sheets of texts as an XLSX workbook; the first line of each is its header. */
export const writeXlsx = async (
  sheets: readonly { name: string; lines: readonly (readonly string[])[]; widths?: readonly number[] }[],
): Promise<Uint8Array> => {
  const { default: writeXlsxFile } = await import('write-excel-file/universal')
  const blob = await writeXlsxFile(
    sheets.map(({ name, lines, widths }) => ({
      sheet: name,
      stickyRowsCount: 1,
      data: lines.map((line, n) =>
        // Texts throughout: codes and phones must not become numbers.
        line.map(value => ({ type: String, value, ...(n === 0 && { fontWeight: 'bold' as const }) })),
      ),
      columns: (widths ?? lines[0]?.map(() => 16) ?? []).map(width => ({ width })),
    })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}
