import { Map } from '@tarojs/components'
import { contains } from '../../../domain/area/contains'
import type { GridMapProps } from './types'
import './GridMap.scss'

/** The grids on WeChat's own map. The native map knows no touch on a polygon, so the grid is found from the point. */
export const GridMap = ({ grids, selected, pin, onTouch }: GridMapProps) => {
  const middle = pin ?? grids.find(({ id }) => id === selected)?.center ?? grids[0]?.center
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
      polygons={grids.flatMap(({ id, boundary }) =>
        boundary.map(polygon => ({
          points: (polygon[0] ?? []).map(([longitude, latitude]) => ({ longitude, latitude })),
          strokeWidth: id === selected ? 4 : 1,
          strokeColor: '#0b6557',
          fillColor: id === selected ? '#0b655766' : '#0b655722',
          zIndex: 1,
        })),
      )}
      markers={
        pin ? [{ id: 1, longitude: pin.lng, latitude: pin.lat, iconPath: '', width: 24, height: 32 }] : []
      }
      onTap={touched as never}
      onError={() => undefined}
    />
  )
}
