import type { ImportFault, ImportRow } from '../../../contract/importReport'
import type { CoordinateSystem, MissingRule } from '../../../contract/importTerms'
import type { Point } from '../../../contract/place'
import type { Located } from '../../area/AreaIndex'
import type { AreaNode } from '../../area/area'
import type { NamedPlace } from '../../area/place'
import { documentId } from '../../id/documentId'
import { readPosition } from '../areas/readOutline'
import { Cells } from '../Cells'
import { changedFields } from '../changedFields'
import { doubles } from '../doubles'
import { codeHint, codesOf } from '../nearestWord'
import type { Sheet, SheetRow } from '../sheet'
import { placeCells, placeKindWords } from './placeCells'

/** A place may stand this far outside of all grids before anybody is asked, metres. */
const outsideMost = 50

export interface PlacesInput {
  sheet: Sheet
  /** In force. */
  places: readonly NamedPlace[]
  areas: readonly AreaNode[]
  isHome: (area: AreaNode) => boolean
  /** The areas at a point, one for each tree. */
  locate: (point: Point) => Located[]
  scope: AreaNode
  coordinates: CoordinateSystem
  missing: MissingRule
}

export interface PlacesPlan {
  rows: ImportRow[]
  faults: ImportFault[]
  /** Every place that would be in force, those untouched included. */
  next: NamedPlace[]
}

interface PlaceDraft {
  row: number
  cells: Cells
  base?: NamedPlace
  place: NamedPlace
}

interface Around extends PlacesInput {
  faults: ImportFault[]
  areaByRef: ReadonlyMap<string, AreaNode>
  byId: ReadonlyMap<string, NamedPlace>
  byName: ReadonlyMap<string, NamedPlace>
}

const nameKey = ({ gridId, kind, name }: Pick<NamedPlace, 'gridId' | 'kind' | 'name'>) =>
  `${gridId} ${kind} ${name}`

/** What a file of buildings, estates and 地标 would change, and what is wrong with it. */
export const planPlaces = (input: PlacesInput): PlacesPlan => {
  const { sheet, places, areas, scope, missing } = input
  const faults = [...sheet.faults]
  const areaById = new Map(areas.map(area => [area._id, area]))
  const areaByRef = new Map([
    ...areaById,
    ...areas.flatMap(area => (area.code === undefined ? [] : [[area.code, area] as const])),
  ])
  const around: Around = {
    ...input,
    faults,
    areaByRef,
    byId: new Map(places.map(place => [place._id, place])),
    byName: new Map(places.map(place => [nameKey(place), place])),
  }
  const read = sheet.rows.flatMap(row => readPlaceRow(row, around) ?? [])
  const drafts = doubles(
    doubles(read, ({ place }) => place._id, 'doublePlace', faults),
    ({ place }) => nameKey(place),
    'doublePlace',
    faults,
  )
  const named = new Map(drafts.map(({ place }) => [place._id, place]))
  const ended = places.filter(
    ({ _id, gridId }) =>
      missing === 'end' && !named.has(_id) && areaById.get(gridId)?.path.includes(scope._id),
  )
  const gone = new Set(ended.map(({ _id }) => _id))
  const known = new Set(places.map(({ _id }) => _id))
  const areaOf = (id: string) => areaById.get(id)
  const whereOf = ({ gridId }: NamedPlace) => areaOf(gridId)?.name ?? ''
  return {
    faults,
    next: [
      ...places.flatMap(place => (gone.has(place._id) ? [] : [named.get(place._id) ?? place])),
      ...drafts.flatMap(({ place }) => (known.has(place._id) ? [] : [place])),
    ],
    rows: [
      ...drafts.map(({ row, base, place }): ImportRow => {
        const [name, where] = [place.name, whereOf(place)]
        if (!base) return { row, change: 'added', name, where }
        const fields = changedFields('places', placeCells(base, areaOf), placeCells(place, areaOf))
        return {
          row,
          change: fields.length ? 'changed' : 'unchanged',
          name,
          where,
          ...(fields.length && { fields }),
        }
      }),
      ...ended.map((place): ImportRow => ({ change: 'ended', name: place.name, where: whereOf(place) })),
    ],
  }
}

const readPlaceRow = (source: SheetRow, around: Around): PlaceDraft | undefined => {
  const { faults, byId, byName, areaByRef, scope } = around
  const cells = new Cells('places', source, faults)
  const id = cells.id('id')
  const name = cells.required('name', 40)
  const kind =
    cells.raw('kind') === undefined ? cells.fault('missingCell', 'kind') : cells.oneOf('kind', placeKindWords)
  const grid = readGrid(cells, around)
  if (name === undefined || kind === undefined || !grid) return undefined
  const base =
    (id === undefined ? undefined : byId.get(id)) ?? byName.get(nameKey({ gridId: grid._id, kind, name }))
  if (base && areaByRef.get(base.gridId)?.path.includes(scope._id) === false) {
    return cells.fault('notYours', 'id', { area: scope.name })
  }
  const aliases = cells.has('aliases') ? cells.list('aliases') : base?.aliases
  const address = cells.has('address') ? cells.text('address', 100) : base?.address
  const point = readPoint(cells, around, grid, base)
  return {
    row: source.row,
    cells,
    ...(base && { base }),
    place: {
      _id: base?._id ?? id ?? documentId('l', 'import', grid._id, kind, name),
      v: 1,
      kind,
      name,
      ...(aliases && { aliases }),
      ...(address && { address }),
      gridId: grid._id,
      ...(point && { point }),
    },
  }
}

const readGrid = (cells: Cells, { areaByRef, isHome, scope, faults }: Around): AreaNode | undefined => {
  const ref = cells.code('grid')
  if (ref === undefined)
    return cells.raw('grid') === undefined ? cells.fault('missingCell', 'grid') : undefined
  const area = areaByRef.get(ref)
  if (!area) {
    const hint = codeHint(faults, ref, () => codesOf(areaByRef.values()), '请先导入区域，或核对编码。')
    return cells.fault('unknownArea', 'grid', { hint })
  }
  if (!isHome(area)) return cells.fault('notHome', 'grid')
  return area.path.includes(scope._id) ? area : cells.fault('notYours', 'grid', { area: scope.name })
}

const readPoint = (
  cells: Cells,
  { coordinates, locate, areaByRef: areaById }: Around,
  grid: AreaNode,
  base: NamedPlace | undefined,
): Point | undefined => {
  if (!cells.has('lng') && !cells.has('lat')) return base?.point
  const [hasLng, hasLat] = [cells.raw('lng') !== undefined, cells.raw('lat') !== undefined]
  if (!hasLng && !hasLat) return undefined
  if (hasLng !== hasLat) return cells.fault('halfPoint', hasLng ? 'lat' : 'lng')
  const [lng, lat] = [cells.degrees('lng'), cells.degrees('lat')]
  if (lng === undefined || lat === undefined) return undefined
  const read = readPosition(lng, lat, coordinates)
  if (!Array.isArray(read)) return cells.fault(read.code, 'lng', read.value ? { value: read.value } : {})
  const point = { lng: read[0], lat: read[1] }
  const found = locate(point).find(({ tree }) => tree === grid.tree)
  if (found && !found.inside && found.metresOutside > outsideMost) {
    cells.fault('outsideAll', 'lng', { distance: Math.round(found.metresOutside) })
  } else if (found?.inside && found.id !== grid._id) {
    cells.fault('otherGrid', 'lng', { other: areaById.get(found.id)?.name ?? '' })
  }
  return point
}
