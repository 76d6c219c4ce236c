import type { AreaNode } from '../../area/area'
import type { NamedPlace } from '../../area/place'
import { areaRef } from '../areas/areaCells'
import type { Word } from '../Cells'

export const placeKindWords = [
  { id: 'building', words: '楼栋' },
  { id: 'estate', words: '小区' },
  { id: 'landmark', words: '地标' },
] as const satisfies readonly Word[]

/** A place as the cells of a file: what an export writes, and what two versions of it are compared by. */
export const placeCells = (
  place: NamedPlace,
  areaOf: (id: string) => AreaNode | undefined,
): Record<string, string> => {
  const grid = areaOf(place.gridId)
  return {
    id: place._id,
    kind: placeKindWords.find(({ id }) => id === place.kind)?.words ?? place.kind,
    name: place.name,
    aliases: (place.aliases ?? []).join('、'),
    address: place.address ?? '',
    grid: grid ? areaRef(grid) : place.gridId,
    gridName: grid?.name ?? '',
    lng: place.point ? String(place.point.lng) : '',
    lat: place.point ? String(place.point.lat) : '',
  }
}
