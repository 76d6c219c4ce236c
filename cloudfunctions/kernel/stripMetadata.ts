/**
 * A JPEG, PNG or WebP without its metadata: no place, camera or time leaves with a neighbour's photo. How the picture
 * is turned (EXIF orientation) is kept, or it would lie on its side. Other bytes come back as they are.
 */
export const stripMetadata = (bytes: Buffer): Buffer => {
  if (bytes.readUInt16BE(0) === 0xffd8) return stripJpeg(bytes)
  if (bytes.toString('latin1', 1, 4) === 'PNG') return stripPng(bytes)
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return stripWebp(bytes)
  return bytes
}

/** JPEG: drop APP1–APP13, APP15 and comments before the scan. APP0 (JFIF) and APP14 (Adobe colour) matter to decoders. */
const stripJpeg = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  let orientation = 1
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) break
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1) orientation = orientationOf(segment) ?? orientation
    const metadata = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee)
    if (!metadata) kept.push(segment)
    at = end
  }
  if (orientation !== 1) kept.splice(1, 0, orientationSegment(orientation))
  return Buffer.concat([...kept, bytes.subarray(at)])
}

// EXIF: 'Exif\0\0', a TIFF header, then entries of 12 bytes; tag 0x0112 is the orientation, 1–8.
const orientationOf = (segment: Buffer): number | undefined => {
  const tiff = segment.subarray(10)
  if (segment.toString('latin1', 4, 8) !== 'Exif' || tiff.length < 10) return undefined
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const u16 = (offset: number) => (little ? tiff.readUInt16LE(offset) : tiff.readUInt16BE(offset))
  const start = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (start + 2 > tiff.length) return undefined
  for (let entry = start + 2, n = u16(start); n > 0 && entry + 12 <= tiff.length; entry += 12, n--) {
    if (u16(entry) === 0x0112) return u16(entry + 8)
  }
  return undefined
}

const orientationSegment = (orientation: number): Buffer => {
  const tiff = Buffer.from('4d4d002a000000080001011200030000000100000000' + '00000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const head = Buffer.from('ffe100004578696600' + '00', 'hex')
  head.writeUInt16BE(8 + tiff.length, 2)
  return Buffer.concat([head, tiff])
}

/** PNG: drop text, EXIF and time chunks. */
const stripPng = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (!['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME'].includes(bytes.toString('latin1', at + 4, at + 8))) {
      kept.push(bytes.subarray(at, end))
    }
    at = end
  }
  return Buffer.concat(kept)
}

/** WebP: drop EXIF and XMP chunks and their flags in VP8X; the RIFF size follows. */
const stripWebp = (bytes: Buffer): Buffer => {
  const kept: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    const name = bytes.toString('latin1', at, at + 4)
    const chunk = Buffer.from(bytes.subarray(at, end))
    if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0b1100
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(chunk)
    at = end
  }
  const head = Buffer.from(bytes.subarray(0, 12))
  const body = Buffer.concat(kept)
  head.writeUInt32LE(4 + body.length, 4)
  return Buffer.concat([head, body])
}
