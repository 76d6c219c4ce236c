import type { OtherNet } from '../../contract/area'
import type { AreaNode } from '../../domain/area/area'
import { areaKind } from '../../domain/area/areaKinds'
import { briefOf, type Street } from '../../domain/area/street'

/** An area at some point, and how far outside of it the point is. */
export interface FoundArea {
  area: AreaNode
  inside: boolean
  metresOutside: number
}

/** Those of the areas at a point that are of other trees than one of them, with whoever looks after each at `now` (ms). */
export const otherNets = (
  street: Street,
  found: readonly FoundArea[],
  than: AreaNode,
  now: number,
): OtherNet[] =>
  found
    .filter(({ area }) => area.tree !== than.tree)
    .map(({ area, ...where }) => {
      const { officer } = street.areaCard(area, now)
      const what = areaKind(street.kinds, area.kind)?.words
      return {
        ...{ area: briefOf(area), tree: area.tree, ...where },
        ...(what && { what }),
        ...(officer && { officer }),
      }
    })
