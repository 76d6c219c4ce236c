import { decodeText } from './decodeText'
import { type Table, tableOf } from './table'
import { Unreadable } from './Unreadable'

/**
 * What spreadsheets would run as a formula gets a `'` in front, and so does what begins with one, so that reading can
 * take it away again. https://owasp.org/www-community/attacks/CSV_Injection
 */
const risky = /^['=+\-@\t\r]/

/** A table as CSV in UTF-8 with the mark by which Excel knows it. */
export const writeCsv = async (lines: readonly (readonly string[])[]): Promise<Uint8Array> => {
  const { default: Papa } = await import('papaparse')
  return new TextEncoder().encode(
    `\ufeff${Papa.unparse(lines as string[][], { escapeFormulae: risky, newline: '\r\n' })}`,
  )
}

/** A CSV file, in UTF-8 or GB18030. Throws `Unreadable`. */
export const readCsv = async (bytes: Uint8Array): Promise<Table> => {
  const { default: Papa } = await import('papaparse')
  const { data, errors } = Papa.parse<string[]>(decodeText(bytes).replace(/^\ufeff/, ''), {
    skipEmptyLines: false,
  })
  const broken = errors.find(({ type }) => type === 'Quotes')
  if (broken)
    throw new Unreadable(`第 ${(broken.row ?? 0) + 1} 行的引号没有配对，后面读不下去了。请改正后再传。`)
  return tableOf(data.map(line => line.map(cell => cell.replace(/^'(?=['=+\-@\t\r])/, ''))))
}
