/** A table as it was read: the first line is the header. */
export interface Table {
  headers: string[]
  /** `row` is the line of the table; the header is 1. */
  lines: { row: number; values: string[] }[]
}

/** Rows of one import; a district's officers and buildings are far fewer. */
const rowsMost = 50_000

/** A table of lines of cells. Lines above the first with two cells (a title) are skipped, as spreadsheets have them. */
export const tableOf = (lines: readonly (readonly string[])[]): Table | undefined => {
  const header = lines.findIndex(line => line.filter(cell => cell.trim()).length > 1)
  if (header < 0 || lines.length > rowsMost) return undefined
  return {
    headers: [...(lines[header] ?? [])],
    lines: lines.slice(header + 1).map((values, n) => ({ row: header + n + 2, values: [...values] })),
  }
}
