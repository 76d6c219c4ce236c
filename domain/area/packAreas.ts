import type { Boundary } from '../../contract/place'
import { packCells } from './packCells'
import { treeBits } from './packLeaf'
import { polygonsOf } from './polygonsOf'

/** An area's outline, as it is packed. */
export interface Shape {
  id: string
  tree: string
  /** GeoJSON MultiPolygon coordinates, GCJ-02 degrees. */
  boundary: Boundary
}

/** Ids and trees of the packed areas: written as JSON behind the numbers. */
export interface PackedNames {
  ids: string[]
  trees: string[]
}

/** 'LGA2' */
export const magic = 0x3241474c
/** Words before the cells: magic, west, south, bits, columns and rows of the cells, their words, bytes of names. */
export const headerWords = 8

/**
 * Packs outlines into one compact blob: cells that say what lies in them, and the areas' names. Areas are numbered in the
 * order of their ids, so that the lowest number is the lowest id.
 */
export const packAreas = (shapes: readonly Shape[]): Uint8Array => {
  const sorted = [...shapes].sort((a, b) => (a.id < b.id ? -1 : 1))
  const trees = [...new Set(sorted.map(({ tree }) => tree))].sort()
  if (trees.length > 2 ** treeBits) throw new Error(`${trees.length} trees are more than a leaf can name.`)
  const polygons = sorted.flatMap(({ tree, boundary }, area) =>
    polygonsOf(boundary, area, trees.indexOf(tree)),
  )
  const names: PackedNames = { ids: sorted.map(({ id }) => id), trees }
  const named = new TextEncoder().encode(JSON.stringify(names))
  const { west, south, bits, columns, rows, words } = packCells(polygons)
  const blob = new Uint8Array((headerWords + words.length) * 4 + named.length)
  const numbers = new Int32Array(blob.buffer, 0, headerWords + words.length)
  numbers.set([magic, west, south, bits, columns, rows, words.length, named.length])
  numbers.set(words, headerWords)
  blob.set(named, numbers.byteLength)
  return blob
}
