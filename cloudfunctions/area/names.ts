import type { areaService } from '../../contract/area'
import type { OutputOf } from '../../contract/service'
import { type Findable, SearchIndex } from '../../domain/area/SearchIndex'
import { areaKind } from '../../domain/area/areaKinds'
import { briefOf } from '../../domain/area/street'
import type { Active } from '../kernel/active'
import type { Call } from '../kernel/call'
import { places } from '../kernel/collections/places'
import { readVersion } from '../kernel/readVersion'

type Found = OutputOf<typeof areaService, 'search'>['found'][number] & {
  /** Of somebody who holds the post at some time: whether they do now is asked when they are found. */
  officerId?: string
}

// Made at the first search, and anew when what is in force changes.
const made = new WeakMap<Active, Promise<SearchIndex<Found>>>()

/** Everything that can be searched for in what is in force: areas, named places, whoever holds a post at some time. */
export const namesOf = async (call: Call): Promise<SearchIndex<Found>> => {
  const active = await call.active()
  const index = made.get(active) ?? makeIndex(call, active)
  made.set(active, index)
  // A failed reading must not be believed for as long as the areas stay.
  index.catch(() => made.delete(active))
  return index
}

const makeIndex = async ({ db }: Call, { street, pointers }: Active): Promise<SearchIndex<Found>> => {
  const [named, { pinyin }] = await Promise.all([
    pointers ? readVersion(db, places, pointers.places) : [],
    // The dictionary is heavy: set up only where somebody searches.
    import('pinyin-pro'),
  ])
  const where = (id: string) =>
    street
      .path(id)
      .slice(1)
      .map(({ name }) => name)
      .join(' · ')
  const kindWords = (kind: string) => areaKind(street.kinds, kind)?.words
  const all: Findable<Found>[] = [...street.areas()].flatMap(area => [
    {
      item: {
        ...{ kind: 'area' as const, name: area.name, where: where(area._id), area: briefOf(area) },
        ...(kindWords(area.kind) && { what: kindWords(area.kind) }),
      },
      names: [area.name],
    },
    ...street.roster.everOn(area._id).map(({ officerId, name }) => ({
      item: { kind: 'officer' as const, name, where: where(area._id), area: briefOf(area), officerId },
      names: [name],
      isPerson: true,
    })),
  ])
  for (const { name, aliases = [], address, gridId, point } of named) {
    const grid = street.area(gridId)
    if (!grid) continue
    all.push({
      item: { kind: 'place', name, where: where(gridId), area: briefOf(grid), ...(point && { point }) },
      names: [name, ...aliases, ...(address ? [address] : [])],
    })
  }
  return new SearchIndex(all, text => pinyin(text, { toneType: 'none', type: 'array' }))
}
