import type { Random } from '../random'
import { Canvas, type ColourName } from './canvas'

const size = 144
const middle = size / 2

interface Face {
  skin: ColourName
  hair: ColourName
}

/** A drawn, friendly face that is nobody's: for the officers of the demo street. A PNG of 144 × 144 dots. */
export const drawPortrait = (random: Random): Buffer => {
  const canvas = new Canvas(size, size)
  const face: Face = {
    skin: random.pick(['skin', 'skin', 'tan']),
    hair: random.weighted<ColourName>([
      ['black', 5],
      ['brown', 2],
      ['grey', 2],
    ]),
  }
  const style = random.pick(styles)
  canvas.box(0, 0, size, size, random.pick(['sky', 'leaf', 'wall', 'yellow']))
  style.behind(canvas, face)
  canvas.blob(middle, 150, 58, 46, random.pick(['blue', 'red', 'green', 'white']))
  canvas.box(middle - 12, 92, 24, 22, face.skin).blob(middle, 112, 16, 8, face.skin)
  canvas.blob(middle - 34, 70, 6, 9, face.skin).blob(middle + 34, 70, 6, 9, face.skin)
  canvas.blob(middle, 68, 34, 39, face.skin)
  style.front(canvas, face)
  look(canvas, random)
  return canvas.file()
}

/** Eyes, brows, nose and a smile; spectacles for some. */
const look = (canvas: Canvas, random: Random) => {
  const apart = random.integer(12, 15)
  const smile = random.integer(9, 14)
  for (const x of [middle - apart, middle + apart]) {
    canvas.blob(x, 68, 3, 4, 'black').box(x - 6, 57 + random.integer(-1, 1), 12, 2, 'dark')
    canvas.blob(x + Math.sign(x - middle) * 7, 80, 5, 4, 'blush')
  }
  canvas.box(middle - 1, 72, 3, 7, 'shade')
  for (let x = -smile; x <= smile; x++) canvas.box(middle + x, 91 - (x / smile) ** 2 * 4, 2, 3, 'red')
  if (!random.chance(0.35)) return
  for (const x of [middle - apart, middle + apart]) ring(canvas, x, 68, 10)
  canvas.line(middle - apart + 10, 67, middle + apart - 10, 67, 2, 'dark')
}

const ring = (canvas: Canvas, x: number, y: number, radius: number) => {
  for (let turn = 0; turn < 40; turn++) {
    const angle = (turn * Math.PI) / 20
    canvas.box(x + Math.cos(angle) * radius - 1, y + Math.sin(angle) * radius - 1, 2, 2, 'dark')
  }
}

/** The upper part of the head, down to where the hair ends. */
const cap = (canvas: Canvas, { skin, hair }: Face, line: number) =>
  canvas
    .blob(middle, 62, 38, 40, hair)
    .blob(middle, line + 34, 31, 34, skin)
    .blob(middle, 80, 31, 27, skin)

const nothing = () => undefined

/** How the hair is worn: what lies behind the head, and what before it. */
const styles: {
  behind: (canvas: Canvas, face: Face) => void
  front: (canvas: Canvas, face: Face) => void
}[] = [
  { behind: nothing, front: (canvas, face) => cap(canvas, face, 48) },
  { behind: nothing, front: (canvas, face) => cap(canvas, face, 42).box(middle - 26, 42, 40, 9, face.hair) },
  {
    behind: (canvas, { hair }) => canvas.blob(middle, 76, 45, 50, hair),
    front: (canvas, face) => cap(canvas, face, 46).box(middle - 26, 42, 52, 9, face.hair),
  },
  {
    behind: (canvas, { hair }) => canvas.blob(middle, 22, 17, 15, hair),
    front: (canvas, face) => cap(canvas, face, 44),
  },
  {
    behind: (canvas, { hair }) => canvas.box(middle - 42, 60, 84, 60, hair).blob(middle, 62, 42, 44, hair),
    front: (canvas, face) => cap(canvas, face, 45),
  },
]
