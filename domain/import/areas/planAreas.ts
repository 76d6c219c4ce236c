import type { ImportFault, ImportRow } from '../../../contract/importReport'
import type { CoordinateSystem, MissingRule } from '../../../contract/importTerms'
import type { NamedPlace } from '../../area/place'
import type { Area } from '../../area/area'
import type { AreaKinds } from '../../area/areaKinds'
import type { Post } from '../../account/post'
import { changedFields } from '../changedFields'
import { doubles } from '../doubles'
import { faultOf } from '../faults'
import type { Sheet } from '../sheet'
import { areaCells } from './areaCells'
import { checkFigures } from './checkFigures'
import { checkPlace } from './checkPlace'
import { checkStaff } from './checkStaff'
import { parentOf, placeInTree } from './placeInTree'
import { type AreaDraft, readAreaRow } from './readAreaRow'
import { sameOutline } from './readOutline'
import { sizeWords, squareMetres } from './squareMetres'

export interface AreasInput {
  sheet: Sheet
  /** In force. */
  base: readonly Area[]
  posts: readonly Post[]
  places: readonly NamedPlace[]
  kinds: AreaKinds
  /** The area the run is about: nothing outside it is touched. */
  scope: Area
  coordinates: CoordinateSystem
  missing: MissingRule
  /** When the run began, ms. */
  now: number
}

export interface AreasPlan {
  rows: ImportRow[]
  faults: ImportFault[]
  /** Every area that would be in force, those untouched included. */
  next: Area[]
  /** Areas whose siblings and parent are to be checked on the ground: those in the file. */
  named: ReadonlySet<string>
}

/** What a file of areas would change, and what is wrong with it or would be afterwards; all but the ground. */
export const planAreas = (input: AreasInput): AreasPlan => {
  const { sheet, base, kinds, scope, coordinates, missing, now } = input
  const faults = [...sheet.faults]
  if (sheet.surveyed && coordinates !== 'wgs84') faults.push(faultOf('otherSystem'))
  const byId = new Map(base.map(area => [area._id, area]))
  const byCode = new Map(base.flatMap(area => (area.code === undefined ? [] : [[area.code, area] as const])))
  const around = { kinds, coordinates, now, byId, byCode, faults }
  const read = sheet.rows.flatMap(row => readAreaRow(row, around) ?? [])
  const named = new Set(read.map(({ area }) => area._id))
  const trees = new Set(read.map(({ area }) => area.tree))
  const ended =
    missing === 'keep'
      ? []
      : base.filter(
          area =>
            area !== scope && area.path.includes(scope._id) && trees.has(area.tree) && !named.has(area._id),
        )
  const gone = new Set(ended.map(({ _id }) => _id))
  const stays = base.filter(area => !named.has(area._id) && !gone.has(area._id))
  const codes = new Map(
    stays.flatMap(area => (area.code === undefined ? [] : [[area.code, area.name] as const])),
  )
  const coded = doubles(read, ({ area }) => area.code, 'doubleCode', faults, codes)
  const drafts = doubles(coded, ({ area }) => area._id, 'doubleId', faults)
  const known = references([...stays, ...drafts.map(({ area }) => area)])
  const endedRefs = references(ended)
  const areas = new Map<string, Omit<Area, 'path'>>(stays.map(({ path: _path, ...area }) => [area._id, area]))
  for (const draft of drafts) {
    const parentId = parentOf(draft, known, endedRefs, scope, faults)
    areas.set(draft.area._id, { ...draft.area, ...(parentId !== undefined && { parentId }) })
  }
  const sibling = ({ area }: AreaDraft) => `${areas.get(area._id)?.parentId} ${area.tree} ${area.name}`
  doubles(drafts, sibling, 'doubleName', faults)
  for (const { name, parentId } of stays) {
    if (parentId === undefined || !gone.has(parentId)) continue
    faults.push(faultOf('endedParent', { name, value: byId.get(parentId)?.name ?? parentId }))
  }
  const next = placeInTree({ areas, drafts, scope, faults })
  const after = new Map(next.map(area => [area._id, area]))
  checkFigures(drafts, kinds, now)
  checkPlace({ drafts, scope, faults })
  checkStaff({ ...input, next, drafts, ended, faults })
  return { rows: rowsOf(drafts, ended, { kinds, byId, after }), faults, next, named }
}

/** Ids by what a file may call them: their code or the id itself. */
const references = (areas: readonly Pick<Area, '_id' | 'code'>[]): Map<string, string> =>
  new Map(
    areas.flatMap(({ _id, code }) => [[_id, _id], ...(code === undefined ? [] : [[code, _id] as const])]),
  )

interface Versions {
  kinds: AreaKinds
  byId: ReadonlyMap<string, Area>
  after: ReadonlyMap<string, Area>
}

const rowsOf = (
  drafts: readonly AreaDraft[],
  ended: readonly Area[],
  { kinds, byId, after }: Versions,
): ImportRow[] => [
  ...drafts.map(({ row, area: { _id, name, kind }, base }): ImportRow => {
    const is = after.get(_id)
    const where = whereOf(kind, is?.path ?? base?.path ?? [], kinds, id => after.get(id) ?? byId.get(id))
    if (!base || !is) return { row, change: base ? 'unchanged' : 'added', name, where }
    const fields = changedFields(
      'areas',
      areaCells(base, kinds, id => byId.get(id)),
      areaCells(is, kinds, id => after.get(id)),
    )
    if (!sameOutline(base.boundary, is.boundary)) {
      const [from, to] = [base, is].map(({ boundary }) => sizeWords(squareMetres(boundary)))
      fields.push({ column: '边界', ...(from && { from }), ...(to && { to }) })
    }
    return {
      row,
      change: fields.length ? 'changed' : 'unchanged',
      name,
      where,
      ...(fields.length && { fields }),
    }
  }),
  ...ended.map(({ name, kind, path }): ImportRow => ({
    change: 'ended',
    name,
    where: whereOf(kind, path, kinds, id => byId.get(id)),
  })),
]

/** 网格 · 甲社区 · 甲一街区 */
const whereOf = (
  kind: string,
  path: readonly string[],
  kinds: AreaKinds,
  areaOf: (id: string) => Area | undefined,
): string =>
  [
    kinds.kinds.find(({ id }) => id === kind)?.words ?? kind,
    ...path.slice(1, -1).flatMap(id => areaOf(id)?.name ?? []),
  ].join(' · ')
