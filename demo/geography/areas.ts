import type { Area, DatedCount } from '../../domain/area/area'
import { documentId } from '../../domain/id/documentId'
import { day } from '../../domain/time/china'
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
  /** First-level grids for command, which cut across communities. */
  commandGrids: Area[]
  /** Grids of schools and firms, without ground. */
  dedicatedGrids: Area[]
}

/** Plots for each grid. More make finer outlines, and larger maps on the wire. */
const plotsPerGrid = 9

/**
 * The two nets over one ground: 街道 → 社区 → 街区 → 网格, and 街道 → 社区 → 红色网格. All areas are unions of the same
 * plots, so children tile their parents exactly.
 */
export const makeAreas = (random: Random, scale: Scale, now = 0): Areas => {
  const ground = makeGround(random.branch('ground'), scale.size, scale.grids * plotsPerGrid)
  const all = ground.plots.map((_, index) => index)
  const draw = areaMaker(ground, random.branch('ids'))

  const street = draw({ kind: 'street', name: streetName, plots: all, dutyPhone: workPhone(0) })
  const figures = random.branch('figures')
  const areas: Areas = {
    street,
    communities: [],
    blocks: [],
    grids: [],
    redGrids: [],
    commandGrids: [],
    dedicatedGrids: [],
  }
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
        const area: Area = {
          ...draw({ kind: 'grid', name: `${block.name}第${g + 1}网格`, parent: block, plots }),
          ...facts(blockKind, now, figures),
        }
        const spots = plots.map((index): [number, number] => {
          const plot = ground.plots[index]
          return [plot?.x ?? 0, plot?.y ?? 0]
        })
        areas.grids.push({ area, block, community, blockKind, spots })
      })
    })
  })
  divide(ground, all, scale.commandGrids, random.branch('command')).forEach((plots, n) => {
    const name = `第${n + 1}片区`
    areas.commandGrids.push(draw({ kind: 'commandGrid', name, parent: street, plots }))
  })
  for (const institution of institutions.slice(0, scale.dedicatedGrids)) {
    const { _id, path } = draw({
      kind: 'dedicatedGrid',
      name: institution.name,
      parent: street,
      plots: all.slice(0, 1),
    })
    areas.dedicatedGrids.push({
      _id,
      v: 2,
      kind: 'dedicatedGrid',
      name: `${institution.name}专属网格`,
      tree: 'dedicated',
      parentId: street._id,
      path,
      boundary: [],
      institution,
    })
  }
  return areas
}

const institutions = [
  { kind: 'school', name: '澜湾中学' },
  { kind: 'school', name: '榕溪小学' },
  { kind: 'hospital', name: '澜湾街道社区医院' },
  { kind: 'firm', name: '窑火陶艺厂' },
  { kind: 'firm', name: '北斗电机厂' },
  { kind: 'school', name: '望潮幼儿园' },
] as const

const property = {
  estate: 'residential',
  village: 'urbanVillage',
  mixed: 'mixed',
  works: 'business',
} as const

/** What is known of a grid: most figures are a few months old, some stale, and a few look too high. */
const facts = (kind: BlockKind, now: number, random: Random) => {
  const asOf = now - (random.chance(0.9) ? random.integer(20, 200) : random.integer(400, 900)) * day
  const people = random.chance(0.96) ? random.integer(320, 1480) : random.integer(1510, 2100)
  const count = (n: number): DatedCount => ({ count: n, asOf })
  return {
    property: property[kind],
    class: random.weighted([
      [1, 2],
      [2, 5],
      [3, 3],
    ] as const),
    population: count(people),
    households: count(Math.round(people / (2 + random.fraction()))),
  }
}

interface Wanted {
  kind: string
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
      v: 2,
      kind,
      name,
      tree: { redGrid: 'red', commandGrid: 'command', dedicatedGrid: 'dedicated' }[kind] ?? 'grid',
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
