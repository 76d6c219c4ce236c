import type { importService } from '../../contract/import'
import { importKindWords, type ImportKind } from '../../contract/importTerms'
import { Refusal } from '../../contract/refusal'
import { grantFor } from '../../domain/account/mayDo'
import type { AreaNode } from '../../domain/area/area'
import { documentId } from '../../domain/id/documentId'
import { areaCollection } from '../../domain/import/areas/areaCollection'
import { postCells } from '../../domain/import/officers/postCells'
import { placeCells } from '../../domain/import/places/placeCells'
import { listKey } from '../../domain/request/requestKeys'
import { dayKey } from '../../domain/time/china'
import type { Active } from '../kernel/active'
import type { Call } from '../kernel/call'
import { areas } from '../kernel/collections/areas'
import { officers } from '../kernel/collections/officers'
import { places } from '../kernel/collections/places'
import { posts } from '../kernel/collections/posts'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { readVersion } from '../kernel/readVersion'
import { ownArea } from './ownArea'
import { handOut } from './handOut'
import { writeTable } from './writeTable'

type Format = 'geojson' | 'xlsx' | 'csv'

interface Exported {
  content: Uint8Array
  rows: number
  /** Whether private phones are in it. */
  phones?: boolean
}

export const exportFile: Handler<typeof importService, 'exportFile'> = async (
  call,
  { kind, format, areaId, token },
) => {
  const { caller, now } = call
  const area = await ownArea(call, areaId)
  const { name } = await caller.permit('area.manage', area.path)
  const { pointers, policies } = await call.active()
  if ((kind === 'areas') !== (format === 'geojson') || !pointers) {
    throw new Refusal('invalid', '区域用 GeoJSON 导出，人员和楼栋用 XLSX 或 CSV。', { field: 'format' })
  }
  const _id = documentId('e', caller.personId, token)
  limitRate(call, 'export', _id)
  const { content, rows, phones = false } = await exporters[kind](call, area, pointers, format)
  const { personId } = caller
  const taken = { personId, by: name, areaId: area._id, kind, format, phones, rows, at: now }
  const url = await handOut(
    call,
    `exports/${_id}.${format}`,
    content,
    { _id, v: 1, rev: 1, events: [], ...taken, listKey: listKey(now, _id) },
    policies.retention.exportMinutes,
  )
  return { url, fileName: `${area.name}${importKindWords[kind]}${dayKey(now)}.${format}`, rows }
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
      phones: mayPhones !== undefined,
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
