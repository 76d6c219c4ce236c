import { png, type Colour } from './png'

/** The few colours of all drawings. */
export const colours = {
  sky: [214, 228, 236],
  night: [52, 60, 78],
  wall: [226, 216, 200],
  shade: [190, 178, 160],
  dark: [70, 66, 62],
  ground: [168, 164, 158],
  road: [120, 120, 122],
  white: [250, 250, 248],
  water: [120, 168, 200],
  green: [110, 150, 96],
  leaf: [150, 182, 120],
  brown: [132, 98, 70],
  red: [196, 84, 72],
  yellow: [236, 200, 96],
  blue: [84, 116, 160],
  black: [34, 34, 36],
  skin: [240, 208, 176],
  tan: [222, 180, 142],
  blush: [232, 164, 140],
  grey: [150, 150, 152],
} as const satisfies Record<string, Colour>

export type ColourName = keyof typeof colours

const names = Object.keys(colours) as ColourName[]

// 演示, 48 × 24 dots, one row in each number.
const demoMark =
  '000000000000 100600000000 1c03000ffff0 0efffc0ffff8 01fffc0ffff0 018004000000 01800c000000 007ff0000000 7003003ffffc 3803007ffffe 18fff8001800 00fff8001800 00c308001800 00fff8061860 04fff8061860 0cc3080c1830 0cc3080c1818 18fff8181818 18004030180c 3838e070180c 307038201800 31c01c01f800 01000401f000 000000000000'.split(
    ' ',
  )

export const width = 360
export const height = 270

/** A flat drawing of 360 × 270 dots, or of another size; what lies outside is cut off. */
export class Canvas {
  private readonly pixels: Uint8Array

  constructor(
    private readonly wide = width,
    private readonly high = height,
  ) {
    this.pixels = new Uint8Array(wide * high)
  }

  box(x: number, y: number, wide: number, high: number, colour: ColourName): this {
    const left = Math.max(0, Math.round(x))
    const right = Math.min(this.wide, Math.round(x + wide))
    for (let row = Math.max(0, Math.round(y)); row < Math.min(this.high, Math.round(y + high)); row++) {
      if (right > left)
        this.pixels.fill(names.indexOf(colour), row * this.wide + left, row * this.wide + right)
    }
    return this
  }

  /** An ellipse around (x, y). */
  blob(x: number, y: number, wide: number, high: number, colour: ColourName): this {
    for (let row = -high; row <= high; row++) {
      const half = wide * Math.sqrt(Math.max(0, 1 - (row / high) ** 2))
      this.box(x - half, y + row, 2 * half, 1, colour)
    }
    return this
  }

  line(fromX: number, fromY: number, toX: number, toY: number, thick: number, colour: ColourName): this {
    const steps = Math.ceil(Math.hypot(toX - fromX, toY - fromY))
    for (let i = 0; i <= steps; i++) {
      const x = fromX + ((toX - fromX) * i) / steps
      const y = fromY + ((toY - fromY) * i) / steps
      this.box(x - thick / 2, y - thick / 2, thick, thick, colour)
    }
    return this
  }

  /** The picture as a PNG file, with 演示 in the corner so that nobody takes it for a photograph. */
  markedFile(): Buffer {
    this.box(width - 62, height - 36, 56, 30, 'white')
    demoMark.forEach((row, y) => {
      for (let x = 0; x < 48; x++) {
        const four = parseInt(row[x >> 2] ?? '0', 16)
        if (four & (8 >> (x & 3))) this.box(width - 58 + x, height - 33 + y, 1, 1, 'dark')
      }
    })
    return this.file()
  }

  /** The picture as a PNG file. */
  file(): Buffer {
    return png(this.wide, this.high, this.pixels, Object.values(colours))
  }
}
