import type { Random } from '../random'
import { Canvas, height, width } from './canvas'

/** What a drawing can show. */
export type Scene = 'leak' | 'drain' | 'lamp' | 'stairs' | 'wall' | 'rubbish' | 'cars' | 'road' | 'tree'

/** A drawing that stands for a photo: the trouble, or the same place when it has been mended. */
export const drawScene = (scene: Scene, mended: boolean, random: Random): Buffer => {
  const canvas = new Canvas()
  scenes[scene](canvas, mended, random)
  return canvas.markedFile()
}

const street = (canvas: Canvas, random: Random) => {
  canvas.box(0, 0, width, 150, 'sky')
  for (let x = random.integer(-30, 0); x < width; x += 74) {
    canvas.box(x, random.integer(30, 70), 66, 130, random.pick(['wall', 'shade']))
    for (let y = 80; y < 140; y += 22) canvas.box(x + 12, y, 14, 12, 'blue').box(x + 40, y, 14, 12, 'blue')
  }
  canvas.box(0, 150, width, 30, 'ground').box(0, 180, width, 90, 'road')
}

const room = (canvas: Canvas) => canvas.box(0, 0, width, 200, 'wall').box(0, 200, width, 70, 'ground')

const scenes: Record<Scene, (canvas: Canvas, mended: boolean, random: Random) => void> = {
  leak: (canvas, mended, random) => {
    room(canvas).box(150, 0, 22, 120, 'shade').box(150, 110, 90, 20, 'shade')
    canvas.box(172, 100, 16, 40, mended ? 'blue' : 'brown')
    if (mended) return
    for (let i = 0; i < 12; i++) canvas.blob(180 + random.integer(-8, 8), 140 + i * 8, 2, 4, 'water')
    canvas.blob(180, 232, random.integer(60, 110), 20, 'water')
  },
  drain: (canvas, mended, random) => {
    street(canvas, random)
    if (!mended) canvas.blob(180, 222, random.integer(110, 160), 36, 'brown').blob(150, 214, 60, 12, 'shade')
    canvas.box(150, 206, 64, 34, 'dark')
    for (let x = 156; x < 210; x += 10) canvas.box(x, 210, 4, 26, 'ground')
  },
  lamp: (canvas, mended, random) => {
    const x = random.integer(120, 220)
    canvas.box(0, 0, width, 200, 'night').box(0, 200, width, 70, 'dark')
    if (mended) canvas.blob(x + 44, 84, 70, 50, 'yellow').blob(x + 44, 226, 110, 22, 'yellow')
    canvas
      .box(x, 60, 8, 160, 'shade')
      .box(x, 56, 50, 8, 'shade')
      .blob(x + 44, 68, 14, 8, mended ? 'white' : 'ground')
  },
  stairs: (canvas, mended, random) => {
    room(canvas)
    for (let i = 0; i < 8; i++) canvas.box(180 + i * 24, 190 - i * 22, 200, 22, i % 2 ? 'shade' : 'ground')
    if (mended) return
    for (let i = 0; i < 7; i++) {
      const side = random.integer(30, 56)
      canvas.box(
        random.integer(10, 130),
        230 - side - random.integer(0, 60),
        side,
        side,
        random.pick(['brown', 'shade', 'red', 'blue']),
      )
    }
  },
  wall: (canvas, mended, random) => {
    canvas.box(0, 0, width, height, 'shade')
    for (let y = 4; y < height; y += 30) for (let x = 4; x < width; x += 44) canvas.box(x, y, 40, 26, 'wall')
    if (mended) return
    for (let i = 0; i < 6; i++)
      canvas.box(4 + 44 * random.integer(2, 5), 4 + 30 * random.integer(1, 6), 40, 26, 'dark')
  },
  rubbish: (canvas, mended, random) => {
    street(canvas, random)
    for (const x of [110, 180]) canvas.box(x, 130, 56, 76, 'green').box(x - 4, 122, 64, 12, 'dark')
    if (mended) return
    for (let i = 0; i < 16; i++) {
      const [x, y] = [random.integer(50, 300), random.integer(190, 236)]
      canvas.blob(
        x,
        y,
        random.integer(8, 24),
        random.integer(8, 16),
        random.pick(['black', 'white', 'red', 'brown', 'blue']),
      )
    }
  },
  cars: (canvas, mended, random) => {
    street(canvas, random)
    for (let x = 0; x < width; x += 60) canvas.box(x, 222, 34, 4, 'white')
    for (const x of mended ? [] : [20, 140, 250]) {
      const colour = random.pick(['red', 'blue', 'white', 'black'] as const)
      canvas.box(x + 18, 168, 56, 26, colour).box(x, 190, 96, 26, colour)
      canvas.blob(x + 20, 218, 11, 11, 'black').blob(x + 74, 218, 11, 11, 'black')
    }
  },
  road: (canvas, mended, random) => {
    street(canvas, random)
    const x = random.integer(110, 230)
    if (mended) canvas.box(x - 54, 204, 108, 40, 'dark')
    else canvas.blob(x, 224, 58, 22, 'black').blob(x - 4, 228, 40, 12, 'brown')
  },
  tree: (canvas, mended, random) => {
    street(canvas, random)
    const x = random.integer(120, 220)
    canvas.line(x, 210, mended ? x : x + 30, 90, 18, 'brown')
    canvas.blob(mended ? x : x + 34, 76, 64, 44, mended ? 'green' : 'leaf')
    if (!mended) canvas.line(x + 20, 120, x + 120, 60, 6, 'brown').line(x + 20, 110, x - 60, 70, 6, 'brown')
  },
}
