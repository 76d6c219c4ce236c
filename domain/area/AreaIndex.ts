import Flatbush from 'flatbush'
import type { Point } from '../../contract/place'
import { headerWords, magic, type PackedNames, quantise, unitsPerDegree } from './packAreas'

export interface Located {
  id: string
  tree: string
  inside: boolean
  /** Distance to the nearest edge, metres; 0 inside. */
  metresOutside: number
}

/** Metres in one unit of latitude: a great circle of R = 6,378,100 m, as WeChat cloud's geo queries count. */
const metresPerUnit = (Math.PI * 6_378_100) / 180 / unitsPerDegree

/** Which area lies at a point, from the blob that `packAreas` made. The blob is used as it is: nothing is unpacked. */
export class AreaIndex {
  private constructor(
    private readonly index: Flatbush,
    private readonly areaOf: Int32Array,
    private readonly polygonEnds: Int32Array,
    private readonly ringEnds: Int32Array,
    private readonly corners: Int32Array,
    private readonly names: PackedNames,
  ) {}

  /** Throws when the bytes are no such blob. */
  static from(bytes: Uint8Array): AreaIndex {
    // A buffer of its own: numbers must lie on their boundaries.
    const { buffer } = new Uint8Array(bytes)
    const [mark, polygons = 0, rings = 0, corners = 0, indexBytes = 0, nameBytes = 0] = [
      ...new Uint32Array(buffer, 0, headerWords),
    ]
    if (mark !== magic) throw new Error('These bytes are no index of areas.')
    let at = headerWords * 4 + indexBytes
    const next = (length: number) => {
      const numbers = new Int32Array(buffer, at, length)
      at += length * 4
      return numbers
    }
    const [areaOf, polygonEnds, ringEnds, points] = [
      next(polygons),
      next(polygons),
      next(rings),
      next(corners),
    ]
    const names = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, at, nameBytes))) as PackedNames
    return new AreaIndex(Flatbush.from(buffer, headerWords * 4), areaOf, polygonEnds, ringEnds, points, names)
  }

  /**
   * For each tree the area at a point: of several that share the border it lies on, the one with the lowest id; when none
   * contains it, the nearest.
   */
  locate({ lng, lat }: Point): Located[] {
    const [x, y] = [quantise(lng), quantise(lat)]
    const homes: (number | undefined)[] = this.names.trees.map(() => undefined)
    for (const polygon of this.index.search(x, y, x, y)) {
      const area = this.areaOf[polygon]
      const tree = area === undefined ? undefined : this.names.treeOf[area]
      if (area === undefined || tree === undefined) continue
      const found = homes[tree]
      if ((found === undefined || area < found) && this.contains(polygon, x, y)) homes[tree] = area
    }
    return homes.flatMap((area, tree) =>
      area === undefined ? this.nearest(tree, x, y, lat) : [this.located(area, true, 0)],
    )
  }

  private located(area: number, inside: boolean, metresOutside: number): Located {
    const { ids, trees, treeOf } = this.names
    return { id: ids[area] ?? '', tree: trees[treeOf[area] ?? 0] ?? '', inside, metresOutside }
  }

  /**
   * Whether a point lies in a polygon or on its border: even–odd rule over its rings, so holes are outside. All products stay below 2^53 for areas up to nine degrees wide, so the answer is exact.
   * https://wrfranklin.org/Research/Short_Notes/pnpoly.html
   */
  private contains(polygon: number, x: number, y: number): boolean {
    let inside = false
    for (let ring = start(this.polygonEnds, polygon); ring < end(this.polygonEnds, polygon); ring++) {
      const crossed = this.crossings(ring, x, y)
      if (crossed === onBorder) return true
      if (crossed % 2) inside = !inside
    }
    return inside
  }

  /** How many edges of a ring a ray to the east crosses, or `onBorder`. */
  private crossings(ring: number, x: number, y: number): number {
    const { corners, ringEnds } = this
    const last = end(ringEnds, ring)
    let crossed = 0
    let x1 = corners[last - 2] as number
    let y1 = corners[last - 1] as number
    for (let i = start(ringEnds, ring); i < last; i += 2) {
      const x2 = corners[i] as number
      const y2 = corners[i + 1] as number
      if (y1 > y !== y2 > y) {
        const a = (x - x1) * (y2 - y1)
        const b = (x2 - x1) * (y - y1)
        if (a === b) return onBorder
        if (a < b === y2 > y1) crossed++
      } else if (y2 === y && (x2 === x || (y1 === y && x1 < x !== x2 < x))) {
        return onBorder
      }
      x1 = x2
      y1 = y2
    }
    return crossed
  }

  private nearest(tree: number, x: number, y: number, lat: number): Located[] {
    // Flat is exact enough here: over the few kilometres of a street the error is far below a metre.
    const shrink = Math.cos((lat * Math.PI) / 180)
    const ofTree = (polygon: number) => this.names.treeOf[this.areaOf[polygon] ?? -1] === tree
    // By the distance of their boxes, more and more of them, until no box left can hold anything nearer.
    for (let count = 8; ; count *= 4) {
      const near = this.index.neighbors(x, y, count, Infinity, ofTree)
      let best = Infinity
      let area: number | undefined
      for (const candidate of near) {
        const distance = this.distance(candidate, x, y, shrink)
        const its = this.areaOf[candidate] ?? 0
        if (distance > best || (distance === best && area !== undefined && its > area)) continue
        best = distance
        area = its
      }
      if (area === undefined) return []
      const reached = this.boxDistance(near.at(-1) as number, x, y) * shrink
      if (near.length < count || reached > best) {
        return [this.located(area, false, Math.round(best * metresPerUnit * 10) / 10)]
      }
    }
  }

  /** Units from a point to a polygon's border. */
  private distance(polygon: number, x: number, y: number, shrink: number): number {
    let best = Infinity
    this.eachEdge(polygon, (x1, y1, x2, y2) => {
      const distance = distanceToSegment((x1 - x) * shrink, y1 - y, (x2 - x) * shrink, y2 - y)
      if (distance < best) best = distance
    })
    return best
  }

  /** Units from a point to a polygon's box. */
  private boxDistance(polygon: number, x: number, y: number): number {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    this.eachEdge(polygon, (x1, y1) => {
      west = Math.min(west, x1)
      south = Math.min(south, y1)
      east = Math.max(east, x1)
      north = Math.max(north, y1)
    })
    return Math.hypot(Math.max(0, west - x, x - east), Math.max(0, south - y, y - north))
  }

  private eachEdge(polygon: number, visit: (x1: number, y1: number, x2: number, y2: number) => void): void {
    const { polygonEnds, ringEnds, corners } = this
    for (let ring = start(polygonEnds, polygon); ring < end(polygonEnds, polygon); ring++) {
      const last = end(ringEnds, ring)
      for (let i = start(ringEnds, ring), j = last - 2; i < last; j = i, i += 2) {
        visit(corners[j] as number, corners[j + 1] as number, corners[i] as number, corners[i + 1] as number)
      }
    }
  }
}

const onBorder = -1

/** Where the n-th of a list begins and ends, by the ends of all. */
const start = (ends: Int32Array, n: number): number => (n === 0 ? 0 : (ends[n - 1] as number))
const end = (ends: Int32Array, n: number): number => ends[n] as number

/** From the origin to a segment. */
const distanceToSegment = (x1: number, y1: number, x2: number, y2: number): number => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = dx || dy ? -(x1 * dx + y1 * dy) / (dx * dx + dy * dy) : 0
  const t = Math.max(0, Math.min(1, along))
  return Math.hypot(x1 + t * dx, y1 + t * dy)
}
