import type { Boundary } from '../../contract/place'
import { onEarth } from './earth'
import { areaOf, type Ground } from './ground'

/**
 * The outline of a union of plots. Sides shared by two of the plots cancel out; the others are strung together.
 * Neighbouring areas use the same corners, so that no net has gaps or overlaps.
 */
export const boundaryOf = (ground: Ground, plots: readonly number[]): Boundary => {
  const sides = new Set<string>()
  for (const index of plots) {
    const corners = onGround(ground, index)
    corners.forEach((from, i) => {
      const to = corners[(i + 1) % corners.length] as string
      if (from === to) return
      if (!sides.delete(`${to} ${from}`)) sides.add(`${from} ${to}`)
    })
  }
  const next = new Map<string, string[]>()
  for (const side of sides) {
    const [from, to] = side.split(' ') as [string, string]
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const rings: [number, number][][] = []
  for (const start of next.keys()) {
    for (let to = next.get(start)?.pop(); to; to = next.get(start)?.pop()) {
      const ring = [start]
      while (to && to !== start) {
        ring.push(to)
        to = next.get(to)?.pop()
      }
      rings.push([...ring, start].map(corner => corner.split(',').map(Number) as [number, number]))
    }
  }
  // The outline encloses any holes, so it is the largest ring; parts are connected, so there is one outline.
  return [rings.sort((a, b) => areaOf(b) - areaOf(a))]
}

/** The corners of a plot as rounded degrees: rounding comes first, so that what coincides after it is one corner. */
const onGround = (ground: Ground, index: number): string[] =>
  (ground.plots[index]?.corners ?? []).map(corner => {
    const { lng, lat } = onEarth(...(ground.corners[corner] as [number, number]))
    return `${lng},${lat}`
  })
