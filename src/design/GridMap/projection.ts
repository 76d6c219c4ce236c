import type { Point } from '../../../contract/place'
import type { GridOnMap } from './types'

/** Around the drawing, so that no outline touches the frame. */
const margin = 20

/**
 * A flat drawing of a few kilometres: 1,000 units wide and a margin around, longitudes shrunk by the cosine of the latitude,
 * north up. `back` gives the point under a place of the drawing.
 */
export const projection = (grids: readonly GridOnMap[]) => {
  const corners = grids.flatMap(({ boundary }) => boundary.flat(2))
  const lngs = corners.map(([lng]) => lng)
  const lats = corners.map(([, lat]) => lat)
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = 1000
  const scale = width / ((east - west) * shrink || 1)
  const round = (n: number) => Math.round(n * 10) / 10
  const height = round((north - south) * scale) || width
  return {
    width,
    viewBox: [-margin, -margin, width + 2 * margin, round(height + 2 * margin)].join(' '),
    x: (lng: number) => round((lng - west) * shrink * scale),
    y: (lat: number) => round((north - lat) * scale),
    back: (x: number, y: number): Point => ({ lng: west + x / scale / shrink, lat: north - y / scale }),
  }
}
