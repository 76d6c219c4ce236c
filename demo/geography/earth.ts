import type { Point } from '../../contract/place'

/**
 * The middle of the demo street in GCJ-02 degrees: somewhere on the Shenzhen coast, for the map behind it only.
 * The street itself, its outline and everything in it are invented.
 */
const middle: Point = { lng: 114.42, lat: 22.63 }

/** Mean radius of the earth, metres. */
const radius = 6_371_009
const degree = (Math.PI / 180) * radius
const shrink = Math.cos((middle.lat * Math.PI) / 180)

/** Degrees are written with six decimals, a tenth of a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** GCJ-02 point of a place given in metres east and north of the middle. */
export const onEarth = (x: number, y: number): Point => ({
  lng: rounded(middle.lng + x / (degree * shrink)),
  lat: rounded(middle.lat + y / degree),
})

/** Square metres of a square degree around here. */
export const squareDegree = degree * degree * shrink
