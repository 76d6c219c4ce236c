import { type Position, positionsOf, segments, type Shape } from './geometry'
import { distance, distanceToArc, doCross, farFrom, isOnArc } from './sphere'

/** Metres from a position to the nearest part of a shape; 0 on and inside it. */
export const distanceTo = (centre: Position, shape: Shape): number => {
  if (shape.polygons.some(rings => isInPolygon(centre, rings))) return 0
  const arcs = [...shape.lines, ...shape.polygons.flat()].flatMap(segments)
  return Math.min(
    ...shape.points.map(point => distance(centre, point)),
    ...arcs.map(([from, to]) => distanceToArc(centre, from, to)),
  )
}

/** Whether a shape lies wholly inside polygons. */
export const isWithin = (shape: Shape, polygons: Position[][][]): boolean => {
  const borders = polygons.flat().flatMap(segments)
  const arcs = [...shape.lines, ...shape.polygons.flat()].flatMap(segments)
  const holes = polygons.flatMap(([, ...rings]) => rings.flat())
  return (
    positionsOf(shape).every(position => polygons.some(rings => isInPolygon(position, rings))) &&
    !arcs.some(([a, b]) => borders.some(([c, d]) => doCross(a, b, c, d))) &&
    !holes.some(position => shape.polygons.some(rings => isInPolygon(position, rings)))
  )
}

/** Whether two shapes have a position in common. */
export const doIntersect = (a: Shape, b: Shape): boolean => {
  const arcsOfA = [...a.lines, ...a.polygons.flat()].flatMap(segments)
  const arcsOfB = [...b.lines, ...b.polygons.flat()].flatMap(segments)
  return (
    positionsOf(a).some(position => holds(b, arcsOfB, position)) ||
    positionsOf(b).some(position => holds(a, arcsOfA, position)) ||
    arcsOfA.some(([p, q]) => arcsOfB.some(([r, s]) => doCross(p, q, r, s)))
  )
}

const holds = ({ points, polygons }: Shape, arcs: [Position, Position][], position: Position): boolean =>
  points.some(([lng, lat]) => lng === position[0] && lat === position[1]) ||
  arcs.some(([from, to]) => isOnArc(position, from, to)) ||
  polygons.some(rings => isInPolygon(position, rings))

const isInPolygon = (position: Position, [outside = [], ...holes]: Position[][]): boolean =>
  isInRing(position, outside) && !holes.some(hole => isInRing(position, hole) && !isOnRing(position, hole))

const isOnRing = (position: Position, ring: Position[]): boolean =>
  segments(ring).some(([from, to]) => isOnArc(position, from, to))

/** Inside a ring or on it; the inside is the smaller part of the sphere. */
export const isInRing = (position: Position, ring: Position[]): boolean => {
  if (isOnRing(position, ring)) return true
  const outside = farFrom(ring.slice(1))
  return segments(ring).filter(([from, to]) => doCross(position, outside, from, to)).length % 2 === 1
}
