import Flatbush from 'flatbush'
import type { Boundary } from '../../contract/place'

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
  /** Position in `trees`, for each area. */
  treeOf: number[]
}

/** Coordinates are whole ten-millionths of a degree, about a centimetre: arithmetic on them is exact. */
export const unitsPerDegree = 1e7
export const quantise = (degrees: number): number => Math.round(degrees * unitsPerDegree)

/** 'LGA1' */
export const magic = 0x3141474c
/** Words before the spatial index: magic, polygons, rings, corners, bytes of index, bytes of names, two unused. */
export const headerWords = 8

/**
 * Packs outlines into one compact blob: a spatial index of the polygons' boxes, whose area each polygon is, where its
 * rings end, and all corners. Areas lie in order of their ids, so that the lowest number is the lowest id. Polygons and
 * not areas are indexed: the box around two far parts of one area would be in everybody's way.
 */
export const packAreas = (shapes: readonly Shape[]): Uint8Array => {
  const sorted = [...shapes].sort((a, b) => (a.id < b.id ? -1 : 1))
  const corners: number[] = []
  const ringEnds: number[] = []
  const polygonEnds: number[] = []
  const areaOf: number[] = []
  const trees = [...new Set(sorted.map(({ tree }) => tree))].sort()
  const index = new Flatbush(
    Math.max(
      1,
      sorted.reduce((sum, { boundary }) => sum + boundary.length, 0),
    ),
    16,
    Int32Array,
  )
  for (const [area, { boundary }] of sorted.entries()) {
    for (const polygon of boundary) {
      let [west, south, east, north] = [2 ** 31 - 1, 2 ** 31 - 1, -(2 ** 31), -(2 ** 31)]
      for (const ring of polygon) {
        for (const [lng, lat] of ring) {
          const [x, y] = [quantise(lng), quantise(lat)]
          corners.push(x, y)
          west = Math.min(west, x)
          south = Math.min(south, y)
          east = Math.max(east, x)
          north = Math.max(north, y)
        }
        ringEnds.push(corners.length)
      }
      polygonEnds.push(ringEnds.length)
      areaOf.push(area)
      index.add(west, south, east, north)
    }
  }
  // An index of nothing is no index; this one entry lies where nobody is.
  if (!areaOf.length) index.add(0, 0, 0, 0)
  index.finish()
  const names: PackedNames = {
    ids: sorted.map(({ id }) => id),
    trees,
    treeOf: sorted.map(({ tree }) => trees.indexOf(tree)),
  }
  return join(new Uint8Array(index.data), [areaOf, polygonEnds, ringEnds, corners], names)
}

const join = (
  index: Uint8Array,
  lists: readonly [areaOf: number[], polygonEnds: number[], ringEnds: number[], corners: number[]],
  names: PackedNames,
): Uint8Array => {
  const named = new TextEncoder().encode(JSON.stringify(names))
  const indexSpace = Math.ceil(index.length / 8) * 8
  const [areaOf, , ringEnds, corners] = lists
  const words = lists.reduce((sum, { length }) => sum + length, 0)
  const blob = new Uint8Array(headerWords * 4 + indexSpace + words * 4 + named.length)
  const header = [magic, areaOf.length, ringEnds.length, corners.length, indexSpace, named.length]
  new Uint32Array(blob.buffer, 0, header.length).set(header)
  blob.set(index, headerWords * 4)
  let at = headerWords * 4 + indexSpace
  for (const numbers of lists) {
    new Int32Array(blob.buffer, at, numbers.length).set(numbers)
    at += numbers.length * 4
  }
  blob.set(named, at)
  return blob
}
