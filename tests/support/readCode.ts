import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/** What a camera reads from a picture of a code. Throws when there is none in it. */
export const readCode = (png: Buffer): string => {
  const { data, width, height } = PNG.sync.read(png)
  const read = jsQR(new Uint8ClampedArray(data), width, height)
  if (!read) throw new Error(`no code to be read in a picture of ${width} × ${height}`)
  return read.data
}
