import { Map } from '@tarojs/components'
import { useMemo } from 'react'
import type { Point } from '../../../contract/place'
import { contains } from '../../../domain/area/contains'
import { oneRing } from './oneRing'
import type { GridMapProps, GridOnMap } from './types'
import './GridMap.scss'

// Native layers know nothing of the style sheet: the tokens --primary and --danger, and a blue for where one is.
const green = '#0b6557'
const red = '#a8201a'
const blue = '#1769d2'

/** Radius of what marks a point, m. */
const dot = 12

/** The grids on WeChat's own map. The native map knows no touch on a polygon, so the grid is found from the point. */
export const GridMap = ({ grids, selected, pin, me, onTouch }: GridMapProps) => {
  const middle = grids.find(({ id }) => id === selected)?.center ?? grids[0]?.center
  const outlines = useMemo(() => grids.flatMap(outlinesOf), [grids])
  const corners = useMemo(() => cornersOf(grids), [grids])
  const touched = ({ detail }: { detail: { longitude?: number; latitude?: number } }) => {
    if (detail.longitude === undefined || detail.latitude === undefined) return
    const point = { lng: detail.longitude, lat: detail.latitude }
    const found = grids.find(({ boundary }) => contains(boundary, point))
    if (found) onTouch(point, found.id)
  }
  return (
    <Map
      className="grid-map"
      aria-label="网格地图，也可以在下面的名单里选"
      longitude={middle?.lng ?? 114}
      latitude={middle?.lat ?? 22.7}
      scale={15}
      includePoints={corners}
      polygons={grids.flatMap(({ id, boundary }) =>
        boundary.map(polygon => ({
          points: oneRing(polygon).map(onNative),
          // The outline is drawn apart: around a hole this one would show the way in.
          strokeWidth: 0,
          fillColor: id === selected ? `${green}66` : `${green}22`,
          zIndex: 1,
        })),
      )}
      polyline={outlines.map(({ id, points }) => ({
        points,
        color: green,
        width: id === selected ? 4 : 1,
      }))}
      circles={[...(me ? [circle(me, blue)] : []), ...(pin ? [circle(pin, red)] : [])]}
      onTap={touched as never}
      onError={() => undefined}
    />
  )
}

const onNative = ([longitude, latitude]: readonly [number, number]) => ({ longitude, latitude })

const outlinesOf = ({ id, boundary }: GridOnMap) =>
  boundary.flat().map(ring => ({ id, points: ring.map(onNative) }))

/** Two corners that hold all grids, for the map to show them whole. */
const cornersOf = (grids: readonly GridOnMap[]) => {
  const all = grids.flatMap(({ boundary }) => boundary.flat(2))
  const lngs = all.map(([lng]) => lng)
  const lats = all.map(([, lat]) => lat)
  return [
    { longitude: Math.min(...lngs), latitude: Math.min(...lats) },
    { longitude: Math.max(...lngs), latitude: Math.max(...lats) },
  ]
}

const circle = ({ lng, lat }: Point, color: string) => ({
  longitude: lng,
  latitude: lat,
  color,
  fillColor: `${color}cc`,
  radius: dot,
  strokeWidth: 2,
})
