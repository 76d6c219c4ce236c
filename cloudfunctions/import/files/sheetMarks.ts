import { columnsMost, rowsMost } from './table'
import { Unreadable } from './Unreadable'

/** What the XML of a sheet says and its reader does not tell. Rows and columns count from 1. */
export interface SheetMarks {
  /** Rows hidden by hand or by a filter. */
  hidden: number[]
  /** Cells merged downwards: only the first holds the value. */
  merged: { column: number; from: number; to: number }[]
  /** Cells whose formula gives an error, or was never worked out. */
  broken: { row: number; column: number }[]
  /** Whether formatted cells without anything in them lie beyond the bounds, as formatting whole columns leaves them behind. */
  isPadded: boolean
}

/** Row and cell tags in order, whatever their prefix; a cell with all that is in it. */
const tags = /<(?:\w+:)?row\b([^>]*)>|<(?:\w+:)?c\b((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
const addressed = /\sr=["']([A-Z]{1,3})(\d{1,7})["']/
const numbered = /\sr=["'](\d{1,7})["']/
const hiddenRow = /\shidden=["'](?:1|true)["']/

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

/**
 * Reads the XML of a sheet before its reader does, which makes room for everything up to the last cell, a million rows by
 * sixteen thousand columns if need be. Throws `Unreadable` for a cell beyond our bounds that holds something.
 */
export const marksOf = (xml: string): SheetMarks => {
  const marks: SheetMarks = { hidden: [], merged: mergedIn(xml), broken: [], isPadded: false }
  let [row, column] = [0, 0]
  for (const [, rowTag, cellTag = '', content = ''] of xml.matchAll(tags)) {
    if (rowTag !== undefined) {
      row = Number(numbered.exec(rowTag)?.[1] ?? row + 1)
      column = 0
      if (row > rowsMost) marks.isPadded = true
      if (hiddenRow.test(rowTag)) marks.hidden.push(row)
      continue
    }
    const [, letters, line] = addressed.exec(cellTag) ?? []
    column = letters === undefined ? column + 1 : columnOf(letters)
    if (line !== undefined) row = Number(line)
    if (row > rowsMost || column > columnsMost) {
      if (/<(?:\w+:)?(?:v|is|f)\b/.test(content)) throw beyond(row, column)
      marks.isPadded = true
    }
    if (isBroken(cellTag, content)) marks.broken.push({ row, column })
  }
  return marks
}

/** An error as the value, or a formula without any: the reader takes both for empty, and empty would empty what is in force. */
const isBroken = (tag: string, content: string): boolean =>
  /\st=["']e["']/.test(tag) || (/<(?:\w+:)?f\b/.test(content) && !/<(?:\w+:)?v\b/.test(content))

const beyond = (row: number, column: number) =>
  new Unreadable(
    `表格的第 ${row} 行、第 ${column} 列还有内容，超出了 ${rowsMost} 行、${columnsMost} 列。请删掉用不着的行和列再保存，或分开导入。`,
  )

const mergedIn = (xml: string): SheetMarks['merged'] =>
  [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)["']/g)].flatMap(
    ([, left = '', top, right, bottom]) =>
      left === right ? [{ column: columnOf(left), from: Number(top), to: Number(bottom) }] : [],
  )

/** The XML without cells and rows beyond the bounds; `marksOf` has made sure that they hold nothing. */
export const withoutPadding = (xml: string): string =>
  xml
    .replace(/<(?:\w+:)?c\b(?:\s[^>]*?)?(?:\/>|>\s*<\/(?:\w+:)?c>)/g, cell => {
      const [, letters, row] = addressed.exec(cell) ?? []
      return letters && (columnOf(letters) > columnsMost || Number(row) > rowsMost) ? '' : cell
    })
    .replace(/<(?:\w+:)?row\b(?:\s[^>]*?)?(?:\/>|>\s*<\/(?:\w+:)?row>)/g, row =>
      Number(numbered.exec(row)?.[1] ?? 0) > rowsMost ? '' : row,
    )
