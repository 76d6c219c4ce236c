import type { ImportKind } from '../../contract/importTerms'
import { type Column, columns } from '../../domain/import/columns'
import { writeCsv } from './files/csv'
import { writeXlsx } from './files/xlsx'

interface Wanted {
  kind: Exclude<ImportKind, 'areas'>
  format: 'xlsx' | 'csv'
  rows: readonly Readonly<Record<string, string>>[]
  /** Columns left out, by key. */
  without?: readonly string[]
}

const sheetNames = { officers: '人员岗位', places: '楼栋地标' }

/** A table with our headers; a workbook has a second sheet that explains them. */
export const writeTable = async ({ kind, format, rows, without = [] }: Wanted): Promise<Uint8Array> => {
  const all: readonly Column[] = columns[kind]
  const shown = all.filter(({ key }) => !without.includes(key))
  const lines = [
    shown.map(({ header }) => header),
    ...rows.map(row => shown.map(({ key }) => row[key] ?? '')),
  ]
  if (format === 'csv') return writeCsv(lines)
  return writeXlsx([
    { name: sheetNames[kind], lines },
    { name: '填写说明', lines: explanation(shown), widths: [14, 8, 46, 24] },
  ])
}

const explanation = (shown: readonly Column[]): string[][] => [
  ['列名', '必填', '怎么填', '例子'],
  ...shown.map(({ header, required, help, example }) => [header, required ? '是' : '', help, example]),
  [],
  ['', '', '表头不要改名，列的先后不要紧，不需要的列可以删掉。', ''],
  ['', '', '没有的列保持原样；有这一列而格子空着，就会清空原来的内容。', ''],
  ['', '', '“人员编号”“岗位编号”“内部编号”是系统的编号，新增的留空，修改的照抄。', ''],
]
