import type { Position } from './geometry'

/** Metres; the radius that reproduces the service's distances, which its vendor's tests name to the last digit. */
export const earthRadius = 6_378_100

const radians = Math.PI / 180

type Vector = readonly [number, number, number]

/**
 * Metres between two positions along the sphere: the angle between their vectors, as the S2 library that MongoDB uses
 * has it, so that the digits are the service's too, as far as sine and cosine here are those of its C library.
 * https://github.com/mongodb/mongo/blob/master/src/third_party/s2/util/math/vector3.h
 */
export const distance = (from: Position, to: Position): number => {
  const [a, b] = [vector(from), vector(to)]
  const normal = cross(a, b)
  return earthRadius * Math.atan2(Math.sqrt(dot(normal, normal)), dot(a, b))
}

/** Metres from a position to the nearest place on the great circle's arc between two others. */
export const distanceToArc = (position: Position, from: Position, to: Position): number => {
  const [p, a, b] = [vector(position), vector(from), vector(to)]
  const normal = cross(a, b)
  const length = Math.hypot(...normal)
  const ends = Math.min(distance(position, from), distance(position, to))
  if (length < 1e-15) return ends
  // The foot of the perpendicular lies on the arc when it is on the inner side of both ends.
  const isBetween = dot(cross(normal, a), p) >= 0 && dot(cross(b, normal), p) >= 0
  if (!isBetween) return ends
  const sine = Math.min(1, Math.abs(dot(normal, p)) / length)
  return Math.min(ends, earthRadius * Math.asin(sine))
}

/** On which side of the great circle from `a` to `b` a position lies: 1 left, -1 right, 0 on it. */
export const side = (a: Position, b: Position, position: Position): number => {
  const turn = dot(cross(vector(a), vector(b)), vector(position))
  // Below what coordinates can tell apart, a tenth of a millimetre on a street's length.
  return Math.abs(turn) < 1e-15 ? 0 : Math.sign(turn)
}

/** Whether a position lies on the arc between two others. */
export const isOnArc = (position: Position, a: Position, b: Position): boolean => {
  if (isSame(position, a) || isSame(position, b)) return true
  if (side(a, b, position) !== 0) return false
  const [p, from, to] = [vector(position), vector(a), vector(b)]
  const normal = cross(from, to)
  return dot(cross(normal, from), p) > 0 && dot(cross(to, normal), p) > 0
}

/** Whether two arcs cross each other, ends not counted. */
export const doCross = (a: Position, b: Position, c: Position, d: Position): boolean => {
  // The four triangles that two crossing arcs make turn the same way round; on the far side of the sphere they do not.
  const turn = side(a, b, c)
  return turn !== 0 && side(a, b, d) === -turn && side(c, d, a) === -turn && side(c, d, b) === turn
}

/** A position far outside a ring that is smaller than half of the sphere. */
export const farFrom = (ring: Position[]): Position => {
  const sum = ring.map(vector).reduce(([x, y, z], one) => [x + one[0], y + one[1], z + one[2]], [0, 0, 0])
  const lng = Math.atan2(-sum[1], -sum[0]) / radians
  const lat = Math.atan2(-sum[2], Math.hypot(sum[0], sum[1])) / radians
  // Not exactly opposite: the arc that leads there from the middle has to be one and no other.
  return [lng + 0.3137, Math.max(-89, Math.min(89, lat + 0.1713))]
}

/** The greatest and the least latitude that an arc reaches: it bends towards a pole. */
export const latitudes = (a: Position, b: Position): [least: number, most: number] => {
  const least = Math.min(a[1], b[1])
  const most = Math.max(a[1], b[1])
  const normal = cross(vector(a), vector(b))
  const length = Math.hypot(...normal)
  if (length < 1e-15) return [least, most]
  const highest = Math.acos(Math.min(1, Math.abs(normal[2]) / length)) / radians
  // The circle's highest place counts when it lies on the arc.
  const [from, to] = [vector(a), vector(b)]
  const unit: Vector = [normal[0] / length, normal[1] / length, normal[2] / length]
  const top: Vector = [-unit[0] * unit[2], -unit[1] * unit[2], 1 - unit[2] * unit[2]]
  const isBetween = (place: Vector) =>
    dot(cross(normal, from), place) >= 0 && dot(cross(to, normal), place) >= 0
  if (isBetween(top)) return [least, highest]
  return isBetween([-top[0], -top[1], -top[2]]) ? [-highest, most] : [least, most]
}

const isSame = ([lngA, latA]: Position, [lngB, latB]: Position): boolean => lngA === lngB && latA === latB

const vector = ([lng, lat]: Position): Vector => {
  const ring = Math.cos(lat * radians)
  return [ring * Math.cos(lng * radians), ring * Math.sin(lng * radians), Math.sin(lat * radians)]
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
