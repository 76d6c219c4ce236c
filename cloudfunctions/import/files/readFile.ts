import type { ImportKind } from '../../../contract/importTerms'
import { columns } from '../../../domain/import/columns'
import { type Sheet, sheetOf } from '../../../domain/import/sheet'
import { readCsv } from './csv'
import { isZip } from './openZip'
import { readAreasFile } from './readAreasFile'
import { readXlsx } from './xlsx'

/** An uploaded file as rows under our own names of the columns. What it is, its bytes say, not its ending. Throws `Unreadable`. */
export const readFile = async (kind: ImportKind, bytes: Uint8Array, ending: string): Promise<Sheet> => {
  if (kind === 'areas') return readAreasFile(bytes)
  const table = isZip(bytes) || ending === 'xlsx' ? await readXlsx(bytes) : await readCsv(bytes)
  return sheetOf(table.headers, table.lines, columns[kind], table)
}
