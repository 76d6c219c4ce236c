import type { ImportFault } from '../../../contract/importReport'
import type { Boundary, Point } from '../../../contract/place'
import type { Area } from '../../area/area'
import { faultOf } from '../faults'
import type { AreaDraft } from './readAreaRow'
import { metresPerDegree } from './squareMetres'

/** Farther than this from the run's area something is another place's, km: streets are a few kilometres wide. */
const farMost = 20
/** GCJ-02 lies 100 to 700 m off WGS-84 and BD-09 up to a kilometre off GCJ-02: between these, and all the same way, metres. */
const shift = { least: 60, most: 2000, spread: 30 } as const
/** So many areas must have moved alike before their file is doubted. */
const shiftedLeast = 3

interface Look {
  drafts: readonly AreaDraft[]
  scope: Area
  faults: ImportFault[]
}

/** Outlines that lie far from the street, and files of which all outlines have moved the same way. */
export const checkPlace = ({ drafts, scope, faults }: Look): void => {
  const here = boxOf(scope.boundary)
  for (const { row, area, base } of drafts) {
    const there = boxOf(area.boundary)
    if (!here || !there || area.boundary === base?.boundary) continue
    const distance = apart(here, there) / 1000
    if (distance > farMost) {
      faults.push(
        faultOf('farAway', {
          row,
          column: '边界',
          name: area.name,
          words: { area: scope.name, distance: Math.round(distance) },
        }),
      )
    }
  }
  const moved = drafts.flatMap(({ area, base }) => {
    const [was, is] = [base && boxOf(base.boundary), boxOf(area.boundary)]
    return was && is && area.boundary !== base?.boundary ? [vector(was, is)] : []
  })
  const known = drafts.filter(({ base }) => base?.boundary.length).length
  if (moved.length < shiftedLeast || moved.length < known) return
  const [east, north] = [middle(moved.map(([x]) => x)), middle(moved.map(([, y]) => y))]
  const distance = Math.hypot(east, north)
  const alike = moved.every(([x, y]) => Math.hypot(x - east, y - north) < shift.spread)
  if (alike && distance > shift.least && distance < shift.most) {
    faults.push(faultOf('shifted', { words: { distance: Math.round(distance) } }))
  }
}

interface Box {
  west: number
  south: number
  east: number
  north: number
}

const boxOf = (boundary: Boundary): Box | undefined => {
  let box: Box | undefined
  for (const [lng, lat] of boundary.flat(2) as [number, number][]) {
    box = {
      west: Math.min(box?.west ?? lng, lng),
      south: Math.min(box?.south ?? lat, lat),
      east: Math.max(box?.east ?? lng, lng),
      north: Math.max(box?.north ?? lat, lat),
    }
  }
  return box
}

const middleOf = ({ west, south, east, north }: Box): Point => ({
  lng: (west + east) / 2,
  lat: (south + north) / 2,
})

/** Metres east and north from the middle of one to that of the other. */
const vector = (from: Box, to: Box): [number, number] => {
  const [a, b] = [middleOf(from), middleOf(to)]
  const shrink = Math.cos((a.lat * Math.PI) / 180)
  return [(b.lng - a.lng) * metresPerDegree * shrink, (b.lat - a.lat) * metresPerDegree]
}

/** Metres between two boxes; 0 when they meet. */
const apart = (a: Box, b: Box): number => {
  const shrink = Math.cos((a.south * Math.PI) / 180)
  const x = Math.max(0, a.west - b.east, b.west - a.east) * metresPerDegree * shrink
  const y = Math.max(0, a.south - b.north, b.south - a.north) * metresPerDegree
  return Math.hypot(x, y)
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
