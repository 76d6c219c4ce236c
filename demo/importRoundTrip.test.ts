import type { Area } from '../domain/area/area'
import { AreaIndex } from '../domain/area/AreaIndex'
import { areaKind } from '../domain/area/areaKinds'
import { lowestShapes } from '../domain/area/lowestShapes'
import { packAreas } from '../domain/area/packAreas'
import { areaCollection } from '../domain/import/areas/areaCollection'
import { checkGround, siblingsAround } from '../domain/import/areas/checkGround'
import { planAreas } from '../domain/import/areas/planAreas'
import { planOfficers } from '../domain/import/officers/planOfficers'
import { postCells } from '../domain/import/officers/postCells'
import { placeCells } from '../domain/import/places/placeCells'
import { planPlaces } from '../domain/import/places/planPlaces'
import { policiesFrom } from '../domain/policy/policies'
import { day } from '../domain/time/china'
import { readFile } from '../cloudfunctions/import/files/readFile'
import { writeTable } from '../cloudfunctions/import/writeTable'
import { makeAreas } from './geography/areas'
import { makePlaces } from './geography/places'
import { makeOfficers } from './people/officers'
import { makeRoster } from './people/roster'
import { randomOf } from './random'
import { wholeStreet } from './scale'

// The whole demo street, written as files and read again: nothing may change.

const now = Date.UTC(2026, 10, 25)
const { areaKinds: kinds, postKinds } = policiesFrom({}, new Map())
const random = randomOf(7)
const made = makeAreas(random.branch('areas'), wholeStreet, now)
const areas: Area[] = [
  made.street,
  ...made.communities,
  ...made.blocks,
  ...made.grids.map(({ area }) => area),
  ...made.redGrids,
  ...made.commandGrids,
  ...made.dedicatedGrids,
]
const posts = makeRoster(random.branch('roster'), made, now, 'pepper').map(
  ({ post: { personId: _personId, ...post } }) => post,
)
const officers = makeOfficers(random.branch('officers'), posts, {
  storage: 'cloud://bench',
  files: new Map(),
})
const places = makePlaces(random.branch('places'), made.grids)
const byId = new Map(areas.map(area => [area._id, area]))
const areaOf = (id: string) => byId.get(id)
const scope = made.street
const errors = (faults: readonly { severity: string }[]) =>
  faults.filter(({ severity }) => severity === 'error')
const changes = (rows: readonly { change: string }[]) => rows.filter(({ change }) => change !== 'unchanged')

const areasReadAgain = async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(areaCollection(areas, kinds, areaOf)))
  return planAreas({
    sheet: await readFile('areas', bytes, 'geojson'),
    base: areas,
    posts,
    places,
    kinds,
    scope,
    coordinates: 'gcj02',
    missing: 'end',
    now,
  })
}

it('areas as GeoJSON: the same documents, and ground without overlap or gap', async () => {
  const plan = await areasReadAgain()
  expect(errors(plan.faults)).toEqual([])
  expect(changes(plan.rows)).toEqual([])
  expect(plan.rows).toHaveLength(areas.length)
  const after = new Map(plan.next.map(area => [area._id, area]))
  expect(areas.map(({ _id }) => after.get(_id))).toEqual(areas)
  expect(siblingsAround(plan.next, plan.named).flatMap(checkGround)).toEqual([])
})

it('areas as GeoJSON: figures that are stale or out of their range are flagged, each by its row', async () => {
  const { faults } = await areasReadAgain()
  const rowsOf = (code: string, column: string) =>
    faults.filter(fault => fault.code === code && fault.column === column).map(({ row }) => row)
  const rowsWhere = (is: (area: Area) => boolean | undefined) =>
    areas.flatMap((area, n) => (is(area) ? [n + 1] : []))
  const tooOld = kinds.staleAfterDays * day
  const stale = rowsWhere(({ population }) => population && now - population.asOf > tooOld)
  expect(stale.length).toBeGreaterThan(20)
  expect(rowsOf('stale', '人口')).toEqual(stale)
  const crowded = rowsWhere(
    ({ kind, population }) =>
      population && population.count > (areaKind(kinds, kind)?.population?.most ?? Infinity),
  )
  expect(crowded.length).toBeGreaterThan(5)
  expect(rowsOf('populationHigh', '人口')).toEqual(crowded)
})

it.each(['xlsx', 'csv'] as const)('officers with their posts as %s: the same documents', async format => {
  const officerOf = new Map(officers.map(officer => [officer._id, officer]))
  const rows = posts.map(post => postCells(post, officerOf.get(post.officerId), postKinds, areaOf))
  const plan = planOfficers({
    sheet: await readFile('officers', await writeTable({ kind: 'officers', format, rows }), format),
    posts,
    officers,
    areas,
    kinds: postKinds,
    needsOfficer: () => false,
    scope,
    missing: 'end',
    runId: 'm1',
    now,
  })
  expect(errors(plan.faults)).toEqual([])
  expect(changes(plan.rows)).toEqual([])
  expect(plan.posts).toEqual(posts)
  expect(plan.officers).toEqual(officers)
})

it.each(['xlsx', 'csv'] as const)('places as %s: the same documents', async format => {
  const index = AreaIndex.from(packAreas(lowestShapes(areas)))
  const rows = places.map(place => placeCells(place, areaOf))
  const plan = planPlaces({
    sheet: await readFile('places', await writeTable({ kind: 'places', format, rows }), format),
    places,
    areas,
    isHome: ({ kind }) => areaKind(kinds, kind)?.home === true,
    locate: point => index.locate(point),
    scope,
    coordinates: 'gcj02',
    missing: 'end',
  })
  expect(errors(plan.faults)).toEqual([])
  expect(changes(plan.rows)).toEqual([])
  expect(plan.next).toEqual(places)
})
