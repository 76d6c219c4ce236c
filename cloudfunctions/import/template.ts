import type { importService } from '../../contract/import'
import { importKindWords } from '../../contract/importTerms'
import type { Handler } from '../kernel/implement'
import { ownArea } from './ownArea'
import { tempFile } from './tempFile'
import { writeTable } from './writeTable'

/** An address for a table without anybody in it, s. */
const addressFor = 600

export const template: Handler<typeof importService, 'template'> = async (call, { kind, format }) => {
  await ownArea(call)
  const content = await writeTable({ kind, format, rows: [] })
  const url = await tempFile(`exports/templates/${kind}.${format}`, content, addressFor)
  return { url, fileName: `${importKindWords[kind]}模板.${format}`, rows: 0 }
}
