import type { PDFDocument, PDFImage } from '@cantoo/pdf-lib'
import { writtenCode } from '../../domain/plate/writtenCode'
import { dayKey } from '../../domain/time/china'
import { type Box, ink, type Pen, primary, soft, white } from './Pen'
import type { PlateFacts } from './readPlates'

/** A box wider than this share of its height has the code beside the words, else below them. */
const wide = 1.15

/** One plate in its box: the area in a band, who looks after it and how to reach them, and the code. */
export const drawPlate = async (
  document: PDFDocument,
  pen: Pen,
  plate: PlateFacts,
  cell: Box,
): Promise<void> => {
  pen.page.drawRectangle({ ...cell, borderColor: soft, borderWidth: 0.4, borderDashArray: [4, 4] })
  const box = inset(cell, Math.min(cell.width, cell.height) * 0.05)
  const isWide = box.width > box.height * wide
  const bandHeight = isWide ? box.height * 0.22 : Math.min(box.height * 0.14, box.width * 0.22)
  drawBand(pen, plate, { ...box, y: box.y + box.height - bandHeight, height: bandHeight })
  const rest = { ...box, height: box.height - bandHeight * 1.15 }
  const picture = await embed(document, plate.picture)
  const photo = plate.officer?.photo && (await embed(document, plate.officer.photo).catch(() => undefined))
  if (isWide) {
    const side = Math.min(rest.height, rest.width * 0.42)
    drawPeople(pen, plate, photo, { ...rest, width: rest.width - side * 1.06 })
    drawCode(pen, plate, picture, { ...rest, x: rest.x + rest.width - side, width: side })
  } else {
    const above = Math.min(rest.height * 0.36, rest.width * 0.5)
    drawPeople(pen, plate, photo, { ...rest, y: rest.y + rest.height - above, height: above })
    drawCode(pen, plate, picture, { ...rest, height: rest.height - above * 1.05 })
  }
}

const inset = ({ x, y, width, height }: Box, by: number): Box => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
})

const drawBand = (pen: Pen, { name, where }: PlateFacts, box: Box): void => {
  pen.page.drawRectangle({ ...box, color: primary })
  const { x, y, height, width } = inset(box, box.height * 0.12)
  pen.write(where, { x, y: y + height * 0.72, size: height * 0.26, width, colour: white })
  pen.write(name, { x, y: y + height * 0.1, size: height * 0.52, width, colour: white })
}

/** Lines of what there is to say: size in units, and words. The name line also has the post. */
const linesOf = ({ officer, dutyPhone }: PlateFacts): [size: number, words: string][] => [
  ...(officer
    ? ([
        [1, `服务时间：${officer.hours}`],
        ...(officer.workPhone ? [[1.25, `电话：${officer.workPhone}`] as const] : []),
      ] as [number, string][])
    : ([[1, '网格员正在安排']] as [number, string][])),
  ...(dutyPhone ? ([[1.25, `值班电话：${dutyPhone}`]] as [number, string][]) : []),
]

const spacing = 1.5

const drawPeople = (pen: Pen, plate: PlateFacts, photo: PDFImage | undefined, box: Box): void => {
  const { officer } = plate
  const lines = linesOf(plate)
  const heights = (officer ? 2.2 : 0) + lines.reduce((sum, [size]) => sum + size, 0)
  const photoWidth = photo ? Math.min(box.height * 0.6, box.width * 0.28) : 0
  if (photo)
    drawPhoto(pen, photo, {
      ...box,
      width: photoWidth,
      y: box.y + box.height - photoWidth * 1.3,
      height: photoWidth * 1.3,
    })
  const x = box.x + (photo ? photoWidth * 1.12 : 0)
  const width = box.x + box.width - x
  const unit = Math.min(box.height / (heights * spacing), width / 13)
  let y = box.y + box.height
  if (officer) {
    y -= 2.2 * unit * 1.15
    const taken = pen.write(officer.name, { x, y, size: 2.2 * unit, width: width * 0.62 })
    pen.write(officer.post, {
      x: x + taken + 0.6 * unit,
      y,
      size: 1.2 * unit,
      width: width - taken - 0.6 * unit,
      colour: soft,
    })
  }
  for (const [size, words] of lines) {
    y -= size * unit * spacing
    pen.write(words, { x, y, size: size * unit, width })
  }
}

/** The whole picture, at the top of the frame. */
const drawPhoto = (pen: Pen, photo: PDFImage, box: Box): void => {
  const scale = Math.min(box.width / photo.width, box.height / photo.height)
  const [width, height] = [photo.width * scale, photo.height * scale]
  pen.page.drawImage(photo, {
    x: box.x + (box.width - width) / 2,
    y: box.y + box.height - height,
    width,
    height,
  })
}

const drawCode = (pen: Pen, { code, issue, issuedAt }: PlateFacts, picture: PDFImage, box: Box): void => {
  // Three lines of words below, each a share of the side.
  const side = Math.min(box.width, box.height / 1.34)
  const x = box.x + (box.width - side) / 2
  const top = box.y + box.height
  pen.page.drawImage(picture, { x, y: top - side, width: side, height: side })
  const under = { x: box.x, width: box.width, align: 'middle' as const }
  const size = side * 0.075
  pen.write('微信扫一扫，找网格员、说事情', { ...under, y: top - side - size * 1.3, size, colour: ink })
  pen.write(`编号 ${writtenCode(code)}`, {
    ...under,
    y: top - side - size * 2.6,
    size: size * 0.8,
    colour: soft,
  })
  pen.write(`第 ${issue} 版 · ${dayKey(issuedAt)}`, {
    ...under,
    y: top - side - size * 3.7,
    size: size * 0.7,
    colour: soft,
  })
}

const embed = (document: PDFDocument, bytes: Buffer): Promise<PDFImage> =>
  bytes.readUInt16BE(0) === 0xffd8 ? document.embedJpg(bytes) : document.embedPng(bytes)
