import { importKindWords, type ImportKind, type importService } from '../../contract/import'
import { Refusal } from '../../contract/refusal'
import { grantFor } from '../../domain/account/mayDo'
import type { AreaNode } from '../../domain/area/area'
import { areaCollection } from '../../domain/import/areas/areaCollection'
import { postCells } from '../../domain/import/officers/postCells'
import { placeCells } from '../../domain/import/places/placeCells'
import { dayKey } from '../../domain/time/china'
import type { Active } from '../kernel/active'
import type { Call } from '../kernel/call'
import { areas } from '../kernel/collections/areas'
import { officers } from '../kernel/collections/officers'
import { places } from '../kernel/collections/places'
import { posts } from '../kernel/collections/posts'
import type { Handler } from '../kernel/implement'
import { readVersion } from '../kernel/readVersion'
import { ownArea } from './ownArea'
import { tempFile } from './tempFile'
import { writeTable } from './writeTable'

type Format = 'geojson' | 'xlsx' | 'csv'

interface Exported {
  content: Uint8Array
  rows: number
}

export const exportFile: Handler<typeof importService, 'exportFile'> = async (
  call,
  { kind, format, areaId },
) => {
  const area = await ownArea(call, areaId)
  const { pointers } = await call.active()
  if ((kind === 'areas') !== (format === 'geojson') || !pointers) {
    throw new Refusal('invalid', '区域用 GeoJSON 导出，人员和楼栋用 XLSX 或 CSV。', { field: 'format' })
  }
  const { content, rows } = await exporters[kind](call, area, pointers, format)
  // One file of a kind for each person: a newer one takes the place of the last.
  const url = await tempFile(`exports/${call.caller.personId}/${kind}.${format}`, content)
  return { url, fileName: `${area.name}${importKindWords[kind]}${dayKey(call.now)}.${format}`, rows }
}

type Pointed = NonNullable<Active['pointers']>

const exporters: Record<
  ImportKind,
  (call: Call, area: AreaNode, pointers: Pointed, format: Format) => Promise<Exported>
> = {
  areas: async ({ db, active }, area, pointers) => {
    const { street, policies } = await active()
    const all = await readVersion(db, areas, pointers.areas)
    const inside = all.filter(({ path }) => path.includes(area._id))
    const collection = areaCollection(inside, policies.areaKinds, id => street.area(id))
    return { content: new TextEncoder().encode(JSON.stringify(collection)), rows: inside.length }
  },
  officers: async ({ db, active, caller, now }, area, pointers, format) => {
    const { street, policies } = await active()
    const [allPosts, allOfficers] = await Promise.all([
      readVersion(db, posts, pointers.roster),
      readVersion(db, officers, pointers.roster),
    ])
    const officerOf = new Map(allOfficers.map(officer => [officer._id, officer]))
    const rows = allPosts
      .filter(({ areaId }) => street.area(areaId)?.path.includes(area._id))
      .map(post => postCells(post, officerOf.get(post.officerId), policies.postKinds, id => street.area(id)))
    // Left out and not emptied: such a file, imported again, leaves the phones as they are.
    const mayPhones = grantFor(await caller.grants(), 'officer.manage', area.path, now)
    const without = mayPhones ? [] : ['privatePhone']
    return {
      content: await writeTable({ kind: 'officers', format: tableFormat(format), rows, without }),
      rows: rows.length,
    }
  },
  places: async ({ db, active }, area, pointers, format) => {
    const { street } = await active()
    const rows = (await readVersion(db, places, pointers.places))
      .filter(({ gridId }) => street.area(gridId)?.path.includes(area._id))
      .map(place => placeCells(place, id => street.area(id)))
    return {
      content: await writeTable({ kind: 'places', format: tableFormat(format), rows }),
      rows: rows.length,
    }
  },
}

const tableFormat = (format: Format) => (format === 'csv' ? 'csv' : 'xlsx')
