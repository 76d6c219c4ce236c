import { crc32, deflateSync } from 'node:zlib'

const quiet = 4

/** A black and white PNG of square modules, with the quiet edge a QR code needs. */
export const drawPng = (modules: boolean[][], scale: number): Buffer => {
  const size = (modules.length + 2 * quiet) * scale
  const rowBytes = Math.ceil(size / 8)
  const rows = Buffer.alloc(size * (rowBytes + 1))
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const isDark = modules[Math.floor(y / scale) - quiet]?.[Math.floor(x / scale) - quiet] ?? false
      // One bit a pixel, 1 is white; each row begins with its filter type, 0.
      const at = y * (rowBytes + 1) + 1 + (x >> 3)
      if (!isDark) rows[at] = (rows[at] as number) | (0x80 >> (x & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(checksum(body), body.length + 4)
  return out
}

// Node has `crc32` from 20.15 on.
const checksum = (bytes: Buffer): number => {
  if (typeof crc32 === 'function') return crc32(bytes)
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let n = 0; n < 8; n++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
