import { Delaunay } from 'd3-delaunay'
import type { Random } from '../random'

/** A small piece of ground that is never divided: every area of every net is a union of such plots. */
export interface Plot {
  /** Centroid, metres east and north of the middle of the street. */
  x: number
  y: number
  /** Square metres. */
  size: number
  /** Corners in order; the numbers index `Ground.corners`. */
  corners: number[]
  neighbours: number[]
}

type Ring = readonly (readonly [number, number])[]

export interface Ground {
  plots: Plot[]
  /** Metres east and north of the middle; a corner is stored once, however many plots meet there. */
  corners: [number, number][]
}

/**
 * Covers an invented outline of `size` square metres with `count` plots, more or less: a Voronoi tessellation whose
 * cells near the rim are left out, so that the outline itself is made of cell edges and nothing has to be clipped.
 */
export const makeGround = (random: Random, size: number, count: number): Ground => {
  // Laid out on a unit of one plot, then stretched to the wanted size.
  const reach = Math.sqrt(count / Math.PI) * 1.7
  const within = outline(random, Math.sqrt(count / Math.PI))
  const sites = Float64Array.from({ length: Math.round(4 * reach * reach) * 2 }, () => {
    return (random.fraction() * 2 - 1) * reach
  })
  const delaunay = new Delaunay(sites)
  const bounds: [number, number, number, number] = [-reach, -reach, reach, reach]
  // Lloyd's relaxation: a little evens the plots out, more would make a honeycomb.
  for (let round = 0; round < 4; round++) {
    const voronoi = delaunay.voronoi(bounds)
    for (let i = 0; i < sites.length / 2; i++) {
      const [x, y] = centroid(voronoi.cellPolygon(i) ?? [])
      sites[2 * i] = x
      sites[2 * i + 1] = y
    }
    delaunay.update()
  }
  const voronoi = delaunay.voronoi(bounds)
  const kept = Array.from({ length: sites.length / 2 }, (_, i) => i).filter(i =>
    within(sites[2 * i] as number, sites[2 * i + 1] as number),
  )
  const polygons = kept.map(i => counterClockwise(voronoi.cellPolygon(i).slice(0, -1) as [number, number][]))
  const scale = Math.sqrt(size / polygons.reduce((sum, polygon) => sum + areaOf(polygon), 0))

  const corners: [number, number][] = []
  const numberOf = new Map<string, number>()
  const numberedCorner = ([x, y]: [number, number]) => {
    const key = `${x},${y}`
    const known = numberOf.get(key)
    if (known !== undefined) return known
    numberOf.set(key, corners.length)
    corners.push([x * scale, y * scale])
    return corners.length - 1
  }
  const place = new Map(kept.map((site, index) => [site, index]))
  const plots = kept.map((site, index): Plot => {
    const polygon = polygons[index] ?? []
    const [x, y] = centroid(polygon)
    return {
      x: x * scale,
      y: y * scale,
      size: areaOf(polygon) * scale * scale,
      corners: polygon.map(numberedCorner),
      neighbours: [...voronoi.neighbors(site)].flatMap(other => place.get(other) ?? []),
    }
  })
  return { plots, corners }
}

/** A round shape with a few bays and headlands: inside or not. `radius` is its mean. */
const outline = (random: Random, radius: number) => {
  const waves = [2, 3, 5, 7].map(times => ({
    times,
    height: (random.fraction() * 0.5 + 0.5) * (0.3 / times),
    turn: random.fraction() * 2 * Math.PI,
  }))
  return (x: number, y: number) => {
    const angle = Math.atan2(y, x)
    const limit = waves.reduce((sum, wave) => sum + wave.height * Math.sin(wave.times * angle + wave.turn), 1)
    return Math.hypot(x, y) < radius * limit
  }
}

/** Outlines run counter-clockwise, holes clockwise (RFC 7946), north being up. */
const counterClockwise = (ring: [number, number][]) => (signedArea(ring) < 0 ? ring.reverse() : ring)

/** Area of a ring by the shoelace formula, in the square of its unit: negative when it runs clockwise. */
const signedArea = (ring: Ring): number => {
  let twice = 0
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    twice += x * nextY - nextX * y
  })
  return twice / 2
}

/** Area of a ring in the square of its unit. */
export const areaOf = (ring: Ring): number => Math.abs(signedArea(ring))

const centroid = (ring: Ring): [number, number] => {
  let twice = 0
  let sumX = 0
  let sumY = 0
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length] ?? [x, y]
    const cross = x * nextY - nextX * y
    twice += cross
    sumX += (x + nextX) * cross
    sumY += (y + nextY) * cross
  })
  return [sumX / (3 * twice), sumY / (3 * twice)]
}
