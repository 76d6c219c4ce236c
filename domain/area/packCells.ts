import { meetsBox } from './meetsBox'
import { leafFlags, packLeaf } from './packLeaf'
import type { Box, Polygon } from './polygonsOf'

/** Cells as they are packed. */
export interface PackedCells {
  /** Corner of the ground, in units. */
  west: number
  south: number
  /** A cell's side is two to this power. */
  bits: number
  columns: number
  rows: number
  /**
   * First one word for each cell, row by row from the south-west. A word is the position of the four quarters of its cell
   * (south-west, south-east, north-west, north-east); or, below zero, the complement of the position of its leaf, see
   * `packLeaf`. Where nothing lies it is -1.
   */
  words: number[]
}

/** A cell whose leaf has no more words than this is not cut; twice as many where a corner takes two. */
const fewEnough = 64
/** How often a cell is cut in which only few polygons lie, however long their borders are. */
const cutsMost = 3
const fewPolygons = 24
/** The side of a cell that is not cut, two to this power units, some ten metres: many areas may meet in one corner. */
const leastBits = 10
/** Cutting must bring this much: how many words the four quarters together may have for each of the whole. */
const growthMost = 1.3

/**
 * Cuts the ground into about as many cells as there are polygons, and those where much lies into four again and again, so
 * that a look-up takes about the same steps wherever areas lie close and however many there are. What lies near on the
 * ground is near in memory.
 */
export const packCells = (polygons: readonly Polygon[]): PackedCells => {
  const { west, south, bits, columns, rows } = groundOf(polygons)
  const words = new Array<number>(columns * rows).fill(-1)

  const write = ({ inside, box, bits: its, leaf }: Cell): number => {
    if (!inside.length) return -1
    if (isLarge(leaf) && its > leastBits && (its > bits - cutsMost || inside.length > fewPolygons)) {
      const quarters = quartersOf(box, its).map(quarter => cellOf(inside, quarter, its - 1))
      const length = quarters.reduce((sum, quarter) => sum + quarter.leaf.length, 0)
      if (length < leaf.length * growthMost) {
        const block = words.push(0, 0, 0, 0) - 4
        quarters.forEach((quarter, n) => {
          words[block + n] = write(quarter)
        })
        return block
      }
    }
    for (const word of leaf) words.push(word)
    return ~(words.length - leaf.length)
  }
  const cut = (column: number, row: number, level: number, around: readonly Polygon[]): void => {
    if (column << level >= columns || row << level >= rows) return
    const side = 2 ** (bits + level)
    const [left, low] = [west + column * side, south + row * side]
    const box = { west: left, south: low, east: left + side, north: low + side }
    const inside = around.filter(polygon => meetsBox(polygon, box))
    if (!inside.length) return
    if (level === 0) words[row * columns + column] = write(cellOf(inside, box, bits))
    else for (let n = 0; n < 4; n++) cut(column * 2 + (n & 1), row * 2 + (n >> 1), level - 1, inside)
  }
  cut(0, 0, Math.ceil(Math.log2(Math.max(columns, rows, 1))), polygons)
  return { west, south, bits, columns, rows, words }
}

const isLarge = (leaf: readonly number[]) =>
  leaf.length > ((leaf[0] ?? 0) & leafFlags.wide ? 2 * fewEnough : fewEnough)

interface Cell {
  inside: Polygon[]
  box: Box
  bits: number
  leaf: number[]
}

const cellOf = (around: readonly Polygon[], box: Box, bits: number): Cell => {
  const inside = around.filter(polygon => meetsBox(polygon, box))
  return { inside, box, bits, leaf: inside.length ? packLeaf(inside, box) : [] }
}

/** They share their borders: one unit too much is no harm, and no edge can hide between two of them. */
const quartersOf = ({ west, south }: Box, bits: number): Box[] => {
  const half = 2 ** (bits - 1)
  return [0, 1, 2, 3].map(n => {
    const [left, low] = [west + (n & 1) * half, south + (n >> 1) * half]
    return { west: left, south: low, east: left + half, north: low + half }
  })
}

/** The box around all, and cells as large as the ground of one polygon on average. */
const groundOf = (polygons: readonly Polygon[]) => {
  if (!polygons.length) return { west: 0, south: 0, bits: 0, columns: 0, rows: 0 }
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { box } of polygons) {
    west = Math.min(west, box.west)
    south = Math.min(south, box.south)
    east = Math.max(east, box.east)
    north = Math.max(north, box.north)
  }
  const [width, height] = [east - west + 1, north - south + 1]
  let bits = Math.max(0, Math.min(31, Math.round(Math.log2((width * height) / polygons.length) / 2)))
  const across = (length: number) => Math.ceil(length / 2 ** bits)
  // Ground as narrow as a road would be cut into far too many.
  while (across(width) * across(height) > 4 * polygons.length) bits++
  return { west, south, bits, columns: across(width), rows: across(height) }
}
