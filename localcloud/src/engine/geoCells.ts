import { behind, cellByte } from './orderedKey'
import { positionsOf, segments, type Position, type Shape } from './geometry'
import { isInRing } from './relations'
import { earthRadius, latitudes } from './sphere'

// Cells of a quadtree over longitude and latitude. A cell's key is its position bits, filled with zeros, and its
// level, so that the cells inside it follow it and a range finds them all.

/** A rectangle in degrees. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

const deepest = 24
const cellsAtMost = 8

/** Index keys of a shape: one cell for a point, a few that cover anything else. */
export const cellKeys = (shape: Shape): Buffer[] =>
  cover(boxAround(shape), cellsAtMost).map(({ x, y, level }) => key(x, y, level))

/** Ranges of keys that hold every shape touching the box: cells inside its cells, and cells around them. */
export const cellRanges = (box: Box): { from: Buffer; to: Buffer }[] => {
  const ranges = new Map<string, { from: Buffer; to: Buffer }>()
  for (const { x, y, level } of cover(box, 16)) {
    for (let up = 0; up < level; up++) {
      const around = key(x >> (level - up), y >> (level - up), up)
      ranges.set(around.toString('hex'), { from: around, to: behind(around) })
    }
    const from = key(x, y, level)
    ranges.set(`${from.toString('hex')}…`, { from, to: end(x, y, level) })
  }
  return [...ranges.values()].sort((a, b) => Buffer.compare(a.from, b.from))
}

/** The rectangle around a shape: arcs bend out of the rectangle of their ends, and may cross the date line. */
export const boxAround = (shape: Shape): Box => {
  const box = { west: 180, south: 90, east: -180, north: -90 }
  for (const [lng, lat] of positionsOf(shape)) {
    box.west = Math.min(box.west, lng)
    box.east = Math.max(box.east, lng)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  for (const [from, to] of [...shape.lines, ...shape.polygons.flat()].flatMap(segments)) {
    const [least, most] = latitudes(from, to)
    box.south = Math.min(box.south, least)
    box.north = Math.max(box.north, most)
    if (Math.abs(from[0] - to[0]) >= 180) [box.west, box.east] = [-180, 180]
  }
  // Around a pole a ring holds what is above its northernmost place.
  for (const [outside] of shape.polygons) {
    if (outside && isInRing([0, 90], outside)) box.north = 90
    if (outside && isInRing([0, -90], outside)) box.south = -90
  }
  // A pole has every longitude, whichever is written.
  if (box.north >= 90 - poleWidth || box.south <= poleWidth - 90) [box.west, box.east] = [-180, 180]
  return box
}

/** What sine and cosine cannot tell from a pole, degrees. */
const poleWidth = 1e-6

/** Rectangles that hold a circle: two where it crosses the date line, the whole round near a pole. */
export const boxesAroundCircle = ([lng, lat]: Position, metres: number): Box[] => {
  const degrees = (metres / earthRadius) * (180 / Math.PI) * 1.000001 + 1e-9
  const south = Math.max(-90, lat - degrees)
  const north = Math.min(90, lat + degrees)
  const widest = Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180)
  const width = widest < 1e-6 || degrees >= 90 ? 180 : degrees / widest
  if (width >= 180) return [{ west: -180, south, east: 180, north }]
  const west = lng - width
  const east = lng + width
  if (west < -180)
    return [
      { west: west + 360, south, east: 180, north },
      { west: -180, south, east, north },
    ]
  if (east > 180)
    return [
      { west, south, east: 180, north },
      { west: -180, south, east: east - 360, north },
    ]
  return [{ west, south, east, north }]
}

interface Cell {
  x: number
  y: number
  level: number
}

/** The smallest cells of one level that cover the box with at most so many of them. */
const cover = ({ west, south, east, north }: Box, most: number): Cell[] => {
  for (let level = deepest; ; level--) {
    const [x0, x1] = [column(west, 360, 180, level), column(east, 360, 180, level)]
    const [y0, y1] = [column(south, 180, 90, level), column(north, 180, 90, level)]
    if ((x1 - x0 + 1) * (y1 - y0 + 1) > most && level > 0) continue
    const cells: Cell[] = []
    for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) cells.push({ x, y, level })
    return cells
  }
}

const column = (value: number, span: number, shift: number, level: number): number =>
  Math.min(2 ** level - 1, Math.max(0, Math.floor(((value + shift) / span) * 2 ** level)))

/** The bits of a cell, x and y by turns, as a number below 2^48. */
const bitsOf = (x: number, y: number, level: number): number => {
  let bits = 0
  for (let n = level - 1; n >= 0; n--) bits = bits * 4 + ((x >> n) & 1) * 2 + ((y >> n) & 1)
  return bits * 4 ** (deepest - level)
}

const write = (bits: number, level: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes[0] = cellByte
  bytes.writeUIntBE(bits, 1, 6)
  bytes[7] = level
  return bytes
}

const key = (x: number, y: number, level: number): Buffer => write(bitsOf(x, y, level), level)

const end = (x: number, y: number, level: number): Buffer => {
  const next = bitsOf(x, y, level) + 4 ** (deepest - level)
  return next < 2 ** 48 ? write(next, 0) : Buffer.from([cellByte + 1])
}
