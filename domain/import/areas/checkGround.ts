import Flatbush from 'flatbush'
import polygonClipping, { type MultiPolygon } from 'polygon-clipping'
import type { ImportFault } from '../../../contract/importReport'
import type { Boundary } from '../../../contract/place'
import type { Area } from '../../area/area'
import { groupBy } from '../../area/groupBy'
import { quantise, unitsPerDegree } from '../../area/polygonsOf'
import { faultOf } from '../faults'
import { metresPerDegree, ringArea, sizeWords } from './squareMetres'

/** Less than this is a crooked line, m². */
const crookedMost = 10
/** Beyond this share of the smaller one an overlap is the same ground given twice. */
const overlapMost = 0.05

/** Areas of one tree directly below one parent: they should cover its ground, each piece once. */
export interface Siblings {
  /** Whose ground they share; undefined for roots. */
  parent?: Area
  areas: Area[]
}

/** The groups of siblings in which one of `named` is a child or the parent. */
export const siblingsAround = (areas: readonly Area[], named: ReadonlySet<string>): Siblings[] => {
  const byId = new Map(areas.map(area => [area._id, area]))
  const withGround = areas.filter(({ boundary }) => boundary.length)
  const groups = groupBy(withGround, ({ tree, parentId }) => `${tree} ${parentId ?? ''}`)
  return [...groups.values()].flatMap(group => {
    const parentId = group[0]?.parentId
    const parent = parentId === undefined ? undefined : byId.get(parentId)
    const isNamed = (parentId !== undefined && named.has(parentId)) || group.some(({ _id }) => named.has(_id))
    return isNamed ? [{ areas: group, ...(parent && { parent }) }] : []
  })
}

/**
 * Ground that siblings share, that none of them has, and that lies outside their parent. One union tells whether there is
 * anything to find: pairs are looked at only then. Outlines are clipped as whole ten-millionths of a degree around a
 * corner of their own, on which the clipping library is exact.
 */
export const checkGround = ({ parent, areas }: Siblings): ImportFault[] => {
  const [first] = areas
  const origin = first?.boundary[0]?.[0]?.[0]
  if (!first || !origin) return []
  const plane = new Plane(origin)
  try {
    const shapes = areas.map(area => plane.lay(area.boundary))
    const together = polygonClipping.union(shapes[0] as MultiPolygon, ...shapes.slice(1))
    const sizes = shapes.map(shape => plane.size(shape))
    const covered = plane.size(together)
    const faults: ImportFault[] = []
    if (sizes.reduce((sum, size) => sum + size, 0) - covered > crookedMost) {
      faults.push(...overlaps(areas, shapes, sizes, plane))
    }
    if (!parent?.boundary.length) return faults
    const ground = plane.lay(parent.boundary)
    const inside = plane.size(polygonClipping.intersection(together, ground))
    const [gap, outside] = [plane.size(ground) - inside, covered - inside]
    if (gap > crookedMost) faults.push(faultOf('gap', { name: parent.name, words: { size: sizeWords(gap) } }))
    if (outside > crookedMost)
      faults.push(faultOf('outside', { name: parent.name, words: { size: sizeWords(outside) } }))
    return faults
  } catch {
    // The library gives up on some twisted outlines ("Unable to complete output ring"); a person has to look.
    return [faultOf('uncheckedGround', { name: parent?.name ?? first.name })]
  }
}

const overlaps = (
  areas: readonly Area[],
  shapes: readonly MultiPolygon[],
  sizes: readonly number[],
  plane: Plane,
): ImportFault[] => {
  const index = new Flatbush(shapes.length)
  const boxes = shapes.map(boxOf)
  for (const box of boxes) index.add(...box)
  index.finish()
  return areas.flatMap((area, n) =>
    index
      .search(...(boxes[n] as Box))
      .filter(other => other > n)
      .sort((a, b) => a - b)
      .flatMap(other => {
        const shared = plane.size(
          polygonClipping.intersection(shapes[n] as MultiPolygon, shapes[other] as MultiPolygon),
        )
        if (shared <= crookedMost) return []
        const share = shared / Math.min(sizes[n] ?? 1, sizes[other] ?? 1)
        const words = {
          other: areas[other]?.name ?? '',
          size: sizeWords(shared),
          share: `${Math.round(overlapMost * 100)}%`,
        }
        return [faultOf(share > overlapMost ? 'overlap' : 'smallOverlap', { name: area.name, words })]
      }),
  )
}

type Box = [west: number, south: number, east: number, north: number]

const boxOf = (shape: MultiPolygon): Box => {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of shape.flat(2)) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}

/** Ground as whole units east and north of a corner. */
class Plane {
  private readonly x0: number
  private readonly y0: number
  /** m² of a square unit. */
  private readonly unit: number

  constructor([lng, lat]: readonly [number, number]) {
    this.x0 = quantise(lng)
    this.y0 = quantise(lat)
    this.unit = (metresPerDegree / unitsPerDegree) ** 2 * Math.cos((lat * Math.PI) / 180)
  }

  lay(boundary: Boundary): MultiPolygon {
    return boundary.map(polygon =>
      polygon.map(ring =>
        ring.map(([lng, lat]): [number, number] => [quantise(lng) - this.x0, quantise(lat) - this.y0]),
      ),
    )
  }

  /** m² */
  size(shape: MultiPolygon): number {
    return (
      this.unit *
      shape.reduce(
        (sum, [outline = [], ...holes]) =>
          sum + ringArea(outline) - holes.reduce((all, hole) => all + ringArea(hole), 0),
        0,
      )
    )
  }
}
