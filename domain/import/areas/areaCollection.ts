import type { Boundary } from '../../../contract/place'
import type { Area, AreaNode } from '../../area/area'
import type { AreaKinds } from '../../area/areaKinds'
import { headerOf } from '../columns'
import { areaCells } from './areaCells'

interface Feature {
  type: 'Feature'
  geometry: { type: 'MultiPolygon'; coordinates: Boundary } | null
  properties: Record<string, string>
}

/** Areas as a GeoJSON FeatureCollection under our headers, in GCJ-02, which the file says of itself. */
export const areaCollection = (
  areas: readonly Area[],
  kinds: AreaKinds,
  areaOf: (id: string) => AreaNode | undefined,
): { type: 'FeatureCollection'; coordinateSystem: string; features: Feature[] } => ({
  type: 'FeatureCollection',
  coordinateSystem: 'GCJ-02',
  features: areas.map(area => ({
    type: 'Feature',
    geometry: area.boundary.length ? { type: 'MultiPolygon', coordinates: area.boundary } : null,
    properties: Object.fromEntries(
      Object.entries(areaCells(area, kinds, areaOf)).map(([key, cell]) => [headerOf('areas', key), cell]),
    ),
  })),
})
