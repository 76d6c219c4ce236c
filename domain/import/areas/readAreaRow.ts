import type { ImportFault } from '../../../contract/importReport'
import type { CoordinateSystem } from '../../../contract/importTerms'
import type { Boundary } from '../../../contract/place'
import type { Area, DatedCount } from '../../area/area'
import { areaKind, type AreaKinds, type AreaKindSpec } from '../../area/areaKinds'
import { documentId } from '../../id/documentId'
import { dayKey } from '../../time/china'
import { institutionKinds } from './areaCells'
import { Cells } from '../Cells'
import { headerOf } from '../columns'
import { faultOf } from '../faults'
import { inner } from './inner'
import { readOutline, sameOutline } from './readOutline'
import type { SheetRow } from '../sheet'

/** An area as one row of a file has it; its place in the tree comes later, when all rows are known. */
export interface AreaDraft {
  row: number
  cells: Cells
  /** As it is in force. */
  base?: Area
  spec: AreaKindSpec
  area: Omit<Area, 'path' | 'parentId'>
}

interface Around {
  kinds: AreaKinds
  coordinates: CoordinateSystem
  /** ms */
  now: number
  /** What is in force, by id and by code. */
  byId: ReadonlyMap<string, Area>
  byCode: ReadonlyMap<string, Area>
  faults: ImportFault[]
}

/** One row with what it says of the area; undefined when it cannot be told which area it is, or of what kind. */
export const readAreaRow = (source: SheetRow, around: Around): AreaDraft | undefined => {
  const { kinds, faults, byId, byCode } = around
  const cells = new Cells('areas', source, faults)
  const id = cells.id('id')
  const code = cells.code('code')
  const base = (id !== undefined && byId.get(id)) || (code !== undefined && byCode.get(code)) || undefined
  if (!base && cells.raw('id') === undefined && cells.raw('code') === undefined)
    cells.fault('missingCell', 'code')
  const _id = base?._id ?? id ?? (code && documentId('a', 'import', code))
  const name = cells.required('name', 40)
  const spec = readKind(cells, kinds)
  if (!_id || !spec) return undefined
  const kept = <T>(key: string, read: () => T | undefined, was: T | undefined) =>
    cells.has(key) ? read() : was
  const property = kept(
    'property',
    () => cells.oneOf('property', kinds.properties) as string | undefined,
    base?.property,
  )
  const level = kept('class', () => cells.oneOf('class', kinds.classes) as number | undefined, base?.class)
  const population = readCount(cells, 'population', around, base?.population)
  const households = readCount(cells, 'households', around, base?.households)
  const dutyPhone = kept('dutyPhone', () => cells.phone('dutyPhone'), base?.dutyPhone)
  const aliases = kept('aliases', () => cells.list('aliases'), base?.aliases)
  const institution = readInstitution(cells, base)
  const keptCode = kept('code', () => code, base?.code)
  const boundary = readGround(source, cells, spec, around, base)
  const center = boundary === base?.boundary ? base?.center : inner(boundary)
  return {
    row: source.row,
    cells,
    ...(base && { base }),
    spec,
    area: {
      _id,
      v: 2,
      kind: spec.id,
      name: name ?? base?.name ?? '',
      tree: spec.tree,
      ...(center && { center }),
      boundary,
      ...(dutyPhone && { dutyPhone }),
      ...(keptCode && { code: keptCode }),
      ...(aliases && { aliases }),
      ...(property !== undefined && { property }),
      ...(level !== undefined && { class: level }),
      ...(population && { population }),
      ...(households && { households }),
      ...(institution && { institution }),
    },
  }
}

const readKind = (cells: Cells, kinds: AreaKinds): AreaKindSpec | undefined => {
  if (cells.raw('kind') === undefined) return cells.fault('missingCell', 'kind')
  const id = cells.oneOf('kind', kinds.kinds)
  const spec = id === undefined ? undefined : areaKind(kinds, String(id))
  const tree = spec && cells.oneOf('tree', kinds.trees)
  if (spec && tree !== undefined && tree !== spec.tree) {
    const words = kinds.trees.find(one => one.id === spec.tree)?.words ?? spec.tree
    cells.fault('wrongTree', 'tree', { kind: spec.words, tree: words })
  }
  return spec
}

/** A figure with its day: a figure without a date is never removed, and nobody knows what it is worth. */
const readCount = (
  cells: Cells,
  key: 'population' | 'households',
  { now }: Around,
  was: DatedCount | undefined,
): DatedCount | undefined => {
  const dateKey = `${key}AsOf`
  if (!cells.has(key) && !cells.has(dateKey)) return was
  const count = cells.has(key) ? cells.whole(key) : was?.count
  if (count === undefined) return undefined
  const asOf = cells.has(dateKey) ? cells.day(dateKey) : was?.asOf
  if (cells.raw(dateKey) === undefined && (cells.has(dateKey) || !was)) cells.fault('missingCell', dateKey)
  if (asOf === undefined) return undefined
  if (asOf > now) return cells.fault('futureDate', dateKey)
  // The same day again is no change, at whatever hour it was counted.
  return { count, asOf: was && dayKey(was.asOf) === dayKey(asOf) ? was.asOf : asOf }
}

const readInstitution = (cells: Cells, base: Area | undefined): Area['institution'] => {
  if (!cells.has('institution') && !cells.has('institutionKind')) return base?.institution
  const name = cells.has('institution') ? cells.text('institution', 40) : base?.institution?.name
  const kind = cells.has('institutionKind')
    ? cells.oneOf('institutionKind', institutionKinds)
    : base?.institution?.kind
  if (name === undefined && kind === undefined) return undefined
  if (name === undefined) return cells.fault('missingCell', 'institution')
  return { kind: kind ?? 'other', name }
}

const readGround = (
  { row, geometry, cells: { name } }: SheetRow,
  cells: Cells,
  spec: AreaKindSpec,
  { coordinates, faults }: Around,
  base: Area | undefined,
): Boundary => {
  const at = { row, column: headerOf('areas', 'boundary'), ...(name && { name }) }
  if (spec.ground === false) {
    if (geometry) faults.push(faultOf('needlessOutline', { ...at, words: { kind: spec.words } }))
    return base && !base.boundary.length ? base.boundary : []
  }
  if (!geometry) {
    // Communities are often delivered without an outline; where people live it decides who comes.
    if (spec.home) faults.push(faultOf('noOutline', at))
    return base && (spec.home || !base.boundary.length) ? base.boundary : []
  }
  const outline = readOutline(geometry, coordinates)
  if (!Array.isArray(outline)) {
    faults.push(faultOf(outline.code, { ...at, ...outline }))
    return base?.boundary ?? []
  }
  return base && sameOutline(outline, base.boundary) ? base.boundary : outline
}
