import type { AreaNode } from '../../domain/area/area'
import type { Street } from '../../domain/area/street'

// As people count: 第2网格 before 第10网格.
const order = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** The areas above one, in words, without the street: 甲社区 · 甲一街区 */
export const whereIs = (street: Street, area: AreaNode): string =>
  street
    .path(area._id)
    .slice(1, -1)
    .map(({ name }) => name)
    .join(' · ')

/** The areas at and below one that carry a plate: those in which people live, and those of the other trees. By name. */
export const carriers = (street: Street, within: AreaNode): AreaNode[] => {
  const main = street.kinds.trees.find(tree => tree.main)?.id
  return [...street.areas()]
    .filter(area => area.path.includes(within._id) && (area.tree !== main || street.isHome(area)))
    .map(area => ({ area, key: `${area.tree === main ? 0 : 1} ${whereIs(street, area)} ${area.name}` }))
    .sort((a, b) => order.compare(a.key, b.key))
    .map(({ area }) => area)
}
