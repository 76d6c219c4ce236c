import type { Box, Polygon } from './polygonsOf'
import { type RayEdges, rayEdges } from './rayEdges'

/** Words before the polygons of a leaf: `leafFlags` and the polygons a ray starts in, words of chains, west, south. */
export const leafWords = 4
/** In the lowest eight bits of the first word, above the number of polygons. */
export const leafFlags = { count: 31, wide: 32, westward: 64, more: 128 } as const
/** Polygons in one leaf: one bit for each of them beside the eight bits of a length. */
const leafMost = 24
/** Corners in one chain. */
const chainMost = 255
/** Bits of the tree's number behind the area's. */
export const treeBits = 6

interface Edge {
  corners: readonly [x1: number, y1: number, x2: number, y2: number]
  /** A bit for each polygon that has it. */
  owners: number
}

/**
 * What lies in a cell, all in one piece, so that a look-up reads a line or two of the processor's cache. A word for each
 * polygon, in the order of the areas; then the edges that a ray from the cell can cross, in chains: one word with the number
 * of corners and a bit for each polygon whose edges they are, for neighbours share a border; and the corners, counted from
 * the south-western of all: where both numbers have sixteen bits (some seven hundred metres) they share a word. More polygons
 * than a leaf holds follow in another one behind it.
 */
export const packLeaf = (polygons: readonly Polygon[], cell: Box): number[] => {
  const [first, rest] = [polygons.slice(0, leafMost), polygons.slice(leafMost)]
  const [east, west] = [false, true].map(isWestward =>
    first.map(polygon => rayEdges(polygon, cell, isWestward)),
  ) as [RayEdges[], RayEdges[]]
  const isWestward = countEdges(west) < countEdges(east)
  const flags = (isWestward ? leafFlags.westward : 0) + (rest.length ? leafFlags.more : 0)
  const leaf = packRays(first, isWestward ? west : east, flags)
  return rest.length ? [...leaf, ...packLeaf(rest, cell)] : leaf
}

const countEdges = (rays: readonly RayEdges[]) => rays.reduce((sum, { edges }) => sum + edges.length, 0)

const packRays = (polygons: readonly Polygon[], rays: readonly RayEdges[], flags: number): number[] => {
  const edges = shared(rays)
  let [west, south, east, north] = edges.length ? [Infinity, Infinity, -Infinity, -Infinity] : [0, 0, 0, 0]
  for (const { corners } of edges) {
    const [x1, y1, x2, y2] = corners
    west = Math.min(west, x1, x2)
    south = Math.min(south, y1, y2)
    east = Math.max(east, x1, x2)
    north = Math.max(north, y1, y2)
  }
  const isWide = Math.max(east - west, north - south) > 0xffff
  const start = rays.reduce((bits, { startsInside }, n) => (startsInside ? bits | (1 << n) : bits), 0)
  const chains: number[] = []
  let head = 0
  let length = 0
  let before: Edge | undefined
  const corner = (x: number, y: number) => {
    if (isWide) chains.push(x - west, y - south)
    else chains.push((x - west) | ((y - south) << 16))
    length++
  }
  for (const edge of edges) {
    const [x1, y1, x2, y2] = edge.corners
    const goesOn = before?.owners === edge.owners && before.corners[2] === x1 && before.corners[3] === y1
    if (!goesOn || length === chainMost) {
      head = chains.push(0) - 1
      length = 0
      corner(x1, y1)
    }
    corner(x2, y2)
    chains[head] = (edge.owners << 8) | length
    before = edge
  }
  return [
    (start << 8) | (flags + polygons.length + (isWide ? leafFlags.wide : 0)),
    chains.length,
    west,
    south,
    ...polygons.map(({ area, tree }) => (area << treeBits) | tree),
    ...chains,
  ]
}

/** Every edge once, with all the polygons that have it. */
const shared = (rays: readonly RayEdges[]): Edge[] => {
  const all: Edge[] = []
  const byEnds = new Map<string, Edge>()
  for (const [n, { edges }] of rays.entries()) {
    for (let i = 0; i < edges.length; i += 4) {
      const [x1, y1, x2, y2] = edges.slice(i, i + 4) as [number, number, number, number]
      const ends = x1 < x2 || (x1 === x2 && y1 < y2) ? `${x1} ${y1} ${x2} ${y2}` : `${x2} ${y2} ${x1} ${y1}`
      const known = byEnds.get(ends)
      // Twice in one polygon it stays twice: crossed and crossed back.
      if (known && !(known.owners & (1 << n))) known.owners |= 1 << n
      else {
        const edge: Edge = { corners: [x1, y1, x2, y2], owners: 1 << n }
        all.push(edge)
        byEnds.set(ends, edge)
      }
    }
  }
  return all
}
