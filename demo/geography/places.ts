import type { NamedPlace } from '../../domain/area/place'
import { documentId } from '../../domain/id/documentId'
import type { BlockKind } from '../names/places'
import { spotNames } from '../names/spots'
import type { Random } from '../random'
import type { GridGround } from './areas'
import { onEarth } from './earth'

/** What a 街区 of each kind is called when it is an address. */
const ground: Record<BlockKind, string> = { estate: '花园', village: '村', mixed: '路', works: '工业园' }
const buildingsPerGrid = 6

/** The buildings, estates and landmarks of each grid that people know by name. */
export const makePlaces = (random: Random, grids: readonly GridGround[]): NamedPlace[] =>
  grids.flatMap(({ area, block, blockKind, spots }, n) => {
    const estate = `${block.name.replace('街区', '')}${ground[blockKind]}`
    const address = `${block.name.replace('街区', '')}路${n + 1}号`
    const place = (kind: NamedPlace['kind'], name: string): NamedPlace => {
      const [x, y] = random.pick(spots)
      return {
        _id: documentId('l', random.hex(32)),
        v: 1,
        kind,
        name,
        ...(kind !== 'landmark' && { address }),
        gridId: area._id,
        point: onEarth(x, y),
      }
    }
    const names = Array.from({ length: buildingsPerGrid }, () => spotNames(blockKind, random))
    const buildings = [...new Set(names.map(({ here }) => `${estate}${here}`))]
    const landmarks = [...new Set(names.map(({ road }) => `${estate}${road}`))].slice(0, 2)
    return [
      ...(n === 0 || grids[n - 1]?.block !== block ? [place('estate', estate)] : []),
      ...buildings.map(name => place('building', name)),
      ...landmarks.map(name => place('landmark', name)),
    ]
  })
