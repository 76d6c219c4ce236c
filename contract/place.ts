import { areaId } from './ids'
import * as z from './zod'

/** A point in GCJ-02 degrees, what WeChat's chooseLocation gives and its maps draw. Bounds: mainland China. */
export const point = z.strictObject({
  lng: z.number().check(z.minimum(73), z.maximum(136)),
  lat: z.number().check(z.minimum(3), z.maximum(54)),
})
export type Point = z.infer<typeof point>

/** Where something is: a point when the resident gave one, the words for it, and the grid when it is known. */
export const place = z.strictObject({
  point: z.optional(point),
  address: z.optional(z.string().check(z.maxLength(100))),
  gridId: z.optional(areaId),
})
export type Place = z.infer<typeof place>

/** GeoJSON MultiPolygon coordinates in GCJ-02 degrees: polygons → rings (the first is the outline, others holes) → [lng, lat]. */
export type Boundary = [number, number][][][]
export const boundary = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))))
