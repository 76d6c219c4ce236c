import type { Area } from '../../domain/area/area'
import { documentId } from '../../domain/id/documentId'
import type { BlockKind } from '../names/places'
import { blockNames, communityNames, streetName } from '../names/places'
import { workPhone } from '../names/workPhone'
import type { Random } from '../random'
import type { Scale } from '../scale'
import { boundaryOf } from './boundary'
import { divide, middleOf } from './divide'
import { onEarth } from './earth'
import { makeGround, type Ground } from './ground'

/** What the rest of the street needs to know about a grid beside its document. */
export interface GridGround {
  area: Area
  block: Area
  community: Area
  blockKind: BlockKind
  /** Middles of its plots, metres: places where something can happen. */
  spots: [number, number][]
}

export interface Areas {
  street: Area
  communities: Area[]
  blocks: Area[]
  grids: GridGround[]
  redGrids: Area[]
}

/** Plots for each grid. More make finer outlines, and larger maps on the wire. */
const plotsPerGrid = 9

/**
 * The two nets over one ground: 街道 → 社区 → 街区 → 网格, and 街道 → 社区 → 红色网格. All areas are unions of the same
 * plots, so children tile their parents exactly.
 */
export const makeAreas = (random: Random, scale: Scale): Areas => {
  const ground = makeGround(random.branch('ground'), scale.size, scale.grids * plotsPerGrid)
  const all = ground.plots.map((_, index) => index)
  const draw = areaMaker(ground, random.branch('ids'))

  const street = draw({ kind: 'street', name: streetName, plots: all, dutyPhone: workPhone(0) })
  const areas: Areas = { street, communities: [], blocks: [], grids: [], redGrids: [] }
  const chance = random.branch('divide')
  const lands = divide(ground, all, scale.communities, chance)
  const blockCounts = shares(scale.blocks, lands)
  const gridCounts = shares(scale.grids, lands)
  const redCounts = shares(scale.redGrids, lands)
  lands.forEach((land, c) => {
    const community = draw({
      kind: 'community',
      name: communityNames[c] ?? `第${c + 1}社区`,
      parent: street,
      plots: land,
      dutyPhone: workPhone(100 + c),
    })
    areas.communities.push(community)
    divide(ground, land, redCounts[c] ?? 1, chance).forEach((plots, r) => {
      const name = `${community.name}红色网格${String(r + 1).padStart(2, '0')}`
      areas.redGrids.push(draw({ kind: 'redGrid', name, parent: community, plots }))
    })
    const blockLands = divide(ground, land, blockCounts[c] ?? 1, chance)
    const gridsHere = shares(gridCounts[c] ?? 1, blockLands)
    blockLands.forEach((blockLand, b) => {
      const [name, blockKind] = blockNames[areas.blocks.length] ?? [`第${areas.blocks.length + 1}`, 'mixed']
      const block = draw({ kind: 'block', name: `${name}街区`, parent: community, plots: blockLand })
      areas.blocks.push(block)
      divide(ground, blockLand, gridsHere[b] ?? 1, chance).forEach((plots, g) => {
        const area = draw({ kind: 'grid', name: `${block.name}第${g + 1}网格`, parent: block, plots })
        const spots = plots.map((index): [number, number] => {
          const plot = ground.plots[index]
          return [plot?.x ?? 0, plot?.y ?? 0]
        })
        areas.grids.push({ area, block, community, blockKind, spots })
      })
    })
  })
  return areas
}

interface Wanted {
  kind: Area['kind']
  name: string
  parent?: Area
  plots: number[]
  dutyPhone?: string
}

const areaMaker =
  (ground: Ground, random: Random) =>
  ({ kind, name, parent, plots, dutyPhone }: Wanted): Area => {
    const _id = documentId('a', random.hex(32))
    const middle = ground.plots[middleOf(ground, plots)]
    return {
      _id,
      v: 1,
      kind,
      name,
      tree: kind === 'redGrid' ? 'red' : 'grid',
      ...(parent && { parentId: parent._id }),
      path: [...(parent?.path ?? []), _id],
      center: onEarth(middle?.x ?? 0, middle?.y ?? 0),
      boundary: boundaryOf(ground, plots),
      ...(dutyPhone && { dutyPhone }),
    }
  }

/** Splits `total` in proportion to how many plots each part has, at least one each, by largest remainder. */
const shares = (total: number, parts: readonly number[][]): number[] => {
  const sum = parts.reduce((plots, part) => plots + part.length, 0)
  const exact = parts.map(part => Math.max(1, (total * part.length) / sum))
  const out = exact.map(Math.floor)
  const left = total - out.reduce((a, b) => a + b, 0)
  const byRemainder = exact.map((share, i) => ({ i, rest: share % 1 })).sort((a, b) => b.rest - a.rest)
  for (const { i } of byRemainder.slice(0, Math.max(0, left))) out[i] = (out[i] ?? 0) + 1
  return out
}
