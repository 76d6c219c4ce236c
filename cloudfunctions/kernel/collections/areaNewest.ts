import type { Index } from './collection'

/** Lists of an area, the newest first. */
export const areaNewest: Index = {
  name: 'area_newest',
  keys: [
    ['areaId', '1'],
    ['listKey', '-1'],
  ],
}
