import { isZip, openZip } from './openZip'
import { marksOf, type SheetMarks, withoutPadding } from './sheetMarks'
import { type Table, tableOf } from './table'
import { Unreadable } from './Unreadable'

/** Bytes that may come out of a workbook: its reader needs several times as much memory. */
const bytesMost = 30 * 1024 * 1024

/** The first sheet of an XLSX workbook. Throws `Unreadable`. */
export const readXlsx = async (bytes: Uint8Array): Promise<Table> => {
  if (!isZip(bytes)) {
    throw new Unreadable('这不是 XLSX 文件（旧的 .xls 或改了后缀都不行）。请用表格软件“另存为 XLSX”再传。')
  }
  // The reader unpacks whatever it is given: only what was unpacked before, within bounds, gets there.
  const tooBig = '表格太大了（解开超过 30 MB）。请删掉图片和用不着的格式，另存为 CSV 再导入，或按社区分开。'
  const files = await openZip(bytes, {
    wanted: name => /\.(xml|rels)$/.test(name),
    bytesMost,
    tooBig,
  })
  const path = firstSheet(files)
  const sheet = path === undefined ? undefined : files.get(path)
  if (!files.has('[Content_Types].xml') || path === undefined || !sheet) {
    throw new Unreadable('这不是 XLSX 文件。请用表格软件“另存为 XLSX”再传。')
  }
  const xml = new TextDecoder().decode(sheet)
  const marks = marksOf(xml)
  if (marks.isPadded) files.set(path, new TextEncoder().encode(withoutPadding(xml)))
  const [{ readSheet }, { zipSync }] = await Promise.all([
    import('read-excel-file/universal'),
    import('fflate'),
  ])
  const workbook = marks.isPadded ? zipSync(Object.fromEntries(files), { level: 0 }) : bytes
  files.clear()
  const rows = await readSheet<string>(workbook.slice().buffer, { parseNumber: plainNumber }).catch(() => {
    throw new Unreadable('表格读不出来，可能已经损坏。请用表格软件重新“另存为 XLSX”再传。')
  })
  const table = tableOf(
    rows.map(row => row.map(cellText)),
    '第一张工作表',
  )
  return marked(table, marks)
}

/** Where the first sheet lies in the archive: the workbook names it by a relation. */
const firstSheet = (files: ReadonlyMap<string, Uint8Array>): string | undefined => {
  const text = (name: string) => new TextDecoder().decode(files.get(name) ?? new Uint8Array())
  const [, id] = /<(?:\w+:)?sheet\b[^>]*?\s(?:\w+:)id=["']([^"']+)["']/.exec(text('xl/workbook.xml')) ?? []
  const relations = text('xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []
  const target = relations
    .find(relation => /\sId=["']([^"']+)["']/.exec(relation)?.[1] === id)
    ?.match(/\sTarget=["']([^"']+)["']/)?.[1]
  if (id === undefined || target === undefined) return undefined
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

/** A table with what its sheet marks: below the header a merged cell stands in each of its rows. */
const marked = (table: Table, { hidden, merged, broken }: SheetMarks): Table => {
  const first = table.lines[0]?.row ?? 0
  for (const { column, from, to } of merged) {
    if (from < first) continue
    const value = table.lines[from - first]?.values[column - 1] ?? ''
    const last = Math.min(to - first, table.lines.length - 1)
    for (let n = from - first + 1; n <= last; n++) {
      const values = table.lines[n]?.values
      if (values && column <= values.length) values[column - 1] = value
    }
  }
  return {
    ...table,
    hidden: hidden.filter(row => row >= first && row - first < table.lines.length),
    broken: broken.flatMap(({ row, column }) => (row >= first ? [{ row, at: column - 1 }] : [])),
  }
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
