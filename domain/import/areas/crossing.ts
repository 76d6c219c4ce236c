import type { Boundary } from '../../../contract/place'
import { quantise, unitsPerDegree } from '../../area/polygonsOf'

interface Edge {
  x1: number
  y1: number
  x2: number
  y2: number
  west: number
  east: number
}

/**
 * A point near which two edges of an outline cross; undefined when none do. Edges that only touch are fine: rings may
 * meet in a corner. On the lattice of ten-millionths of a degree all products stay below 2^53 for outlines up to nine
 * degrees wide, so the answer is exact.
 */
export const crossing = (boundary: Boundary): [lng: number, lat: number] | undefined => {
  const edges = boundary
    .flat()
    .flatMap(edgesOf)
    .sort((a, b) => a.west - b.west)
  let open: Edge[] = []
  for (const edge of edges) {
    open = open.filter(other => other.east >= edge.west)
    const crossed = open.find(other => cross(edge, other))
    if (crossed) return [edge.x1 / unitsPerDegree, edge.y1 / unitsPerDegree]
    open.push(edge)
  }
  return undefined
}

const edgesOf = (ring: readonly (readonly [number, number])[]): Edge[] =>
  ring.slice(1).map(([lng, lat], n) => {
    const [beforeLng, beforeLat] = ring[n] as [number, number]
    const [x1, y1, x2, y2] = [quantise(beforeLng), quantise(beforeLat), quantise(lng), quantise(lat)]
    return { x1, y1, x2, y2, west: Math.min(x1, x2), east: Math.max(x1, x2) }
  })

/** Whether each edge has an end strictly on either side of the other. */
const cross = (a: Edge, b: Edge): boolean =>
  Math.max(a.y1, a.y2) >= Math.min(b.y1, b.y2) &&
  Math.max(b.y1, b.y2) >= Math.min(a.y1, a.y2) &&
  side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 &&
  side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0

const side = ({ x1, y1, x2, y2 }: Edge, x: number, y: number): number =>
  Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1))
