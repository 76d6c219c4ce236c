import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Engine } from './engine'
import type { Query } from './matcher'
import { distance } from './sphere'
import type { Document, Value } from './value'

// The same places in a collection with a geo index and in one without: whatever is asked, both answer alike. One looks
// into cells of the sphere, the other measures everything.

const runs = 60
const queriesOfARun = 10

const folder = mkdtempSync(join(tmpdir(), 'geo-'))
const engine = new Engine(join(folder, 'geo.sqlite'))
engine.unindexed.mode = 'allow'
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})
engine.createCollection({
  name: 'indexed',
  indexes: [
    { name: 'at', keys: [{ name: 'at', direction: '2dsphere' }] },
    {
      name: 'kind_at',
      keys: [
        { name: 'kind', direction: '1' },
        { name: 'at', direction: '2dsphere' },
      ],
    },
  ],
})
engine.createCollection({ name: 'plain', indexes: [] })

type Position = [number, number]

/** Streets, provinces, the date line and the poles: where cells are small, large, cut and bent. */
const centres: Position[] = [
  [113.3, 23.1],
  [116.4, 39.9],
  [179.99, -16.5],
  [-179.99, 65],
  [20, 89.5],
  [0, 0],
]
const spans = [0.002, 0.3, 6]
const offset = fc.integer({ min: -1000, max: 1000 }).map(n => n / 1000)
const wrapped = (lng: number) => ((((lng + 180) % 360) + 360) % 360) - 180

/** Places around one centre, and how wide they are spread. */
const area = fc.record({ centre: fc.constantFrom(...centres), span: fc.constantFrom(...spans) })
const positionIn = ({ centre: [lng, lat], span }: { centre: Position; span: number }) =>
  fc
    .tuple(offset, offset)
    .map(([x, y]): Position => [wrapped(lng + x * span), Math.max(-90, Math.min(90, lat + y * span))])

const pointAt = (coordinates: Position): Value => ({ type: 'Point', coordinates })
/** A ring around a middle: angles in rising order, so that it never crosses itself. */
const ringIn = (around: { centre: Position; span: number }) =>
  fc
    .tuple(positionIn(around), fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: 6 }))
    .map(([[lng, lat], radii]): Position[] => {
      const ring = radii.map((radius, n): Position => {
        const angle = (2 * Math.PI * n) / radii.length
        const reach = (radius / 100) * around.span * 0.5
        const y = Math.max(-89.9, Math.min(89.9, lat + Math.sin(angle) * reach))
        return [wrapped(lng + Math.cos(angle) * reach), y]
      })
      return [...ring, ring[0] as Position]
    })
const polygonIn = (around: { centre: Position; span: number }) =>
  ringIn(around).map((ring): Value => ({ type: 'Polygon', coordinates: [ring] }))
const shapeIn = (around: { centre: Position; span: number }): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 4, arbitrary: positionIn(around).map(pointAt) },
    fc
      .array(positionIn(around), { minLength: 2, maxLength: 4 })
      .map((coordinates): Value => ({ type: 'LineString', coordinates })),
    polygonIn(around),
  )

const metres = (span: number) => fc.integer({ min: 1, max: 100 }).map(n => (n / 50) * span * 111_000)
const queryIn = (around: { centre: Position; span: number }): fc.Arbitrary<Query> => {
  const near = fc
    .record({ at: positionIn(around), most: metres(around.span), least: metres(around.span / 10) })
    .map(({ at, most, least }): Value => ({
      $nearSphere: { $geometry: pointAt(at), $maxDistance: most, $minDistance: least },
    }))
  const circle = fc
    .record({ at: positionIn(around), most: metres(around.span) })
    .map(({ at, most }): Value => ({ $geoWithin: { $centerSphere: [at, most / 6_378_100] } }))
  const within = polygonIn(around).map((shape): Value => ({ $geoWithin: { $geometry: shape } }))
  const crossing = shapeIn(around).map((shape): Value => ({ $geoIntersects: { $geometry: shape } }))
  return fc
    .tuple(fc.oneof(near, circle, within, crossing), fc.option(fc.nat(2), { nil: undefined, freq: 1 }))
    .map(([at, kind]): Query => ({ ...(kind !== undefined && { kind }), at }))
}

const setting = area.chain(around =>
  fc.record({
    places: fc.array(fc.record({ at: shapeIn(around), kind: fc.nat(2) }), { minLength: 10, maxLength: 25 }),
    queries: fc.array(queryIn(around), { minLength: queriesOfARun, maxLength: queriesOfARun }),
  }),
)

const idsIn = (name: string, query: Query) =>
  engine.find(name, query).found.map(({ document }) => String(document._id))

it(`answers ${runs * queriesOfARun} random geo queries through an index as by measuring everything`, () => {
  let some = 0
  engine.store.write(() =>
    fc.assert(
      fc.property(setting, ({ places, queries }) => {
        const documents = places.map((place, n): Document => ({ _id: `p${n}`, ...place }))
        for (const name of ['indexed', 'plain']) {
          engine.remove(name, {}, true)
          engine.insert(name, documents)
        }
        for (const query of queries) {
          const { stage, indexes } = engine.explain('indexed', query)
          expect([stage, indexes.length]).toEqual(['INDEX', 1])
          const found = idsIn('indexed', query)
          const scanned = idsIn('plain', query)
          expect([...found].sort()).toEqual([...scanned].sort())
          expect(engine.count('indexed', query).total).toBe(scanned.length)
          if (scanned.length) some++
        }
      }),
      { numRuns: runs },
    ),
  )
  // Most queries found something, or this would have shown little.
  expect(some).toBeGreaterThan((runs * queriesOfARun) / 3)
}, 120_000)

it('gives the places near a point nearest first, as many as were asked for, and stops looking there', () => {
  engine.store.write(() =>
    fc.assert(
      fc.property(
        area.chain(around =>
          fc.record({
            at: positionIn(around),
            places: fc.array(positionIn(around), { minLength: 1, maxLength: 40 }),
            limit: fc.integer({ min: 1, max: 8 }),
          }),
        ),
        ({ at, places, limit }) => {
          engine.remove('indexed', {}, true)
          engine.insert(
            'indexed',
            places.map((place, n) => ({ _id: `p${n}`, at: pointAt(place) })),
          )
          const near: Query = { at: { $nearSphere: { $geometry: pointAt(at) } } }
          const given = engine
            .find('indexed', near, { limit })
            .found.map(({ document }) => (document.at as { coordinates: Position }).coordinates)
          const nearest = places.map(place => distance(at, place)).sort((a, b) => a - b)
          expect(given.map(place => distance(at, place))).toEqual(nearest.slice(0, limit))
        },
      ),
      { numRuns: 100 },
    ),
  )
})
