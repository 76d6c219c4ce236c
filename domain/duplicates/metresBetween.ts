import type { Point } from '../../contract/place'

/** Metres in a degree of latitude. */
export const metresPerDegree = (Math.PI * 6_378_100) / 180

/** The distance of two points, metres; on a plane, which is exact to a millimetre within a street. */
export const metresBetween = (one: Point, other: Point): number => {
  const shrink = Math.cos((((one.lat + other.lat) / 2) * Math.PI) / 180)
  return metresPerDegree * Math.hypot((one.lng - other.lng) * shrink, one.lat - other.lat)
}
