import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawPlate } from './drawPlate'
import { Pen } from './Pen'
import type { PlateFacts } from './readPlates'

/** A4 in points. */
const [pageWidth, pageHeight] = [595.28, 841.89]
/** What printers leave blank, 6 mm. */
const margin = 17

/** Columns and rows on a sheet for so many plates. */
const grids: [columns: number, rows: number][] = [
  [1, 1],
  [1, 2],
  [1, 3],
  [2, 2],
  [2, 3],
  [2, 3],
  [2, 4],
  [2, 4],
]

// Laid beside the bundle by functions.json.
let fontBytes: Buffer | undefined
const font = () => (fontBytes ??= readFileSync(join(__dirname, 'NotoSansSC_500Medium.ttf')))

/** The plates on sheets of A4, `perPage` (1–8) on each, with lines to cut along; and the characters the font lacks. */
export const sheetPdf = async (
  plates: readonly PlateFacts[],
  perPage: number,
): Promise<{ pdf: Buffer; missing: string }> => {
  // Loaded when a sheet is printed: a cold start for anything else does without.
  const [{ PDFDocument }, fontkit] = await Promise.all([import('@cantoo/pdf-lib'), import('fontkit')])
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit as never)
  document.setTitle('网格公示牌')
  document.setLanguage('zh-CN')
  const pen = new Pen(await document.embedFont(font(), { subset: true }))
  const [columns, rows] = grids[perPage - 1] ?? [1, 1]
  const width = (pageWidth - 2 * margin) / columns
  const height = (pageHeight - 2 * margin) / rows
  for (let first = 0; first < plates.length; first += perPage) {
    pen.page = document.addPage([pageWidth, pageHeight])
    for (const [n, plate] of plates.slice(first, first + perPage).entries()) {
      await drawPlate(document, pen, plate, {
        x: margin + (n % columns) * width,
        y: pageHeight - margin - (Math.floor(n / columns) + 1) * height,
        width,
        height,
      })
    }
  }
  return { pdf: Buffer.from(await document.save()), missing: [...pen.missing].join('') }
}
