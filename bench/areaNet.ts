import { Delaunay } from 'd3-delaunay'
import { xoroshiro128plus, unsafeUniformIntDistribution } from 'pure-rand'
import type { Boundary, Point } from '../contract/place'
import type { Shape } from '../domain/area/packAreas'

const box: [number, number, number, number] = [113.7, 22.4, 114.7, 23.4]
const unit = 1e7
/** On the lattice of corners that areas are kept on, so that both sides of a comparison see the same numbers. */
const onLattice = (degrees: number) => Math.round(degrees * unit) / unit

/** A stream of fractions, the same for the same seed. */
const fractions = (seed: number) => {
  const generator = xoroshiro128plus(seed)
  return () => unsafeUniformIntDistribution(0, 0x3fffffff, generator) / 0x40000000
}

/**
 * `count` grids over one ground, as crooked as real ones: cells of a Voronoi net whose borders bend, every tenth with a
 * hole and every seventeenth with a part of its own elsewhere, which overlaps others.
 */
export const areaNet = (count: number, seed = 1): Shape[] => {
  const fraction = fractions(seed)
  const across = () => box[0] + fraction() * (box[2] - box[0])
  const up = () => box[1] + fraction() * (box[3] - box[1])
  const sites = Array.from({ length: count }, (): [number, number] => [across(), up()])
  const size = 1 / Math.sqrt(count)
  return [...Delaunay.from(sites).voronoi(box).cellPolygons()].map(cell => {
    const [x, y] = sites[cell.index] as [number, number]
    const boundary: Boundary = [[bent(cell as [number, number][])]]
    if (cell.index % 10 === 0) boundary[0]?.push(square(x, y, size * 0.05))
    if (cell.index % 17 === 0) boundary.push([square(across(), up(), size * 0.1)])
    return { id: `g${String(cell.index).padStart(6, '0')}`, tree: 'grid', boundary }
  })
}

/** Points over the ground and a little beyond: one in ten on a corner of somebody's border. */
export const pointsOver = (shapes: readonly Shape[], count: number, seed = 2): Point[] => {
  const fraction = fractions(seed)
  return Array.from({ length: count }, (_, n) => {
    const ring = shapes[Math.floor(fraction() * shapes.length)]?.boundary[0]?.[0] ?? []
    const corner = ring[Math.floor(fraction() * ring.length)]
    if (n % 10 === 0 && corner) return { lng: corner[0], lat: corner[1] }
    return {
      lng: onLattice(box[0] - 0.01 + fraction() * (box[2] - box[0] + 0.02)),
      lat: onLattice(box[1] - 0.01 + fraction() * (box[3] - box[1] + 0.02)),
    }
  })
}

/** Each side gets a corner in its middle, moved aside: the same one seen from both sides. */
const bent = (ring: readonly [number, number][]): [number, number][] => {
  const out: [number, number][] = []
  for (let i = 1; i < ring.length; i++) {
    const [from, to] = [ring[i - 1] as [number, number], ring[i] as [number, number]]
    const [a, b] = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]) ? [from, to] : [to, from]
    out.push([onLattice(from[0]), onLattice(from[1])])
    out.push([
      onLattice((a[0] + b[0]) / 2 + (b[1] - a[1]) * 0.1),
      onLattice((a[1] + b[1]) / 2 - (b[0] - a[0]) * 0.1),
    ])
  }
  return [...out, out[0] as [number, number]]
}

const square = (x: number, y: number, half: number): [number, number][] =>
  [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ].map(([lng, lat]) => [onLattice(lng ?? 0), onLattice(lat ?? 0)])
