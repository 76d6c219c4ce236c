import { PNG } from 'pngjs'

/** A black and white picture of square modules, each `scale` pixels wide. */
export const drawPng = (modules: boolean[][], scale: number): Buffer => {
  const size = modules.length * scale
  const png = new PNG({ width: size, height: size })
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const shade = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] ? 0 : 255
      png.data.set([shade, shade, shade, 255], (y * size + x) * 4)
    }
  }
  return PNG.sync.write(png, { colorType: 0 })
}
