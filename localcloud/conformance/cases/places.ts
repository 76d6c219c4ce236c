import { type Case, type Doc, idsOf, type Loose, type Sdk } from '../case'

const point = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] })
const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates })
const polygon = (...coordinates: number[][][]) => ({ type: 'Polygon', coordinates })
const ring = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

/** About 102 m of longitude, and 111 m of latitude, are 0.001 degrees here. */
const places: Doc[] = [
  { _id: 'far', loc: point(113.4, 23.2) },
  { _id: 'gate', loc: point(113.301, 23.1), open: true },
  { _id: 'here', loc: point(113.3, 23.1), open: false },
  { _id: 'nowhere' },
  { _id: 'park', loc: polygon(ring(113.31, 23.11, 113.32, 23.12)) },
  { _id: 'road', loc: line([113.295, 23.105], [113.305, 23.105]) },
]
const holed: Doc[] = [
  { _id: 'in', loc: point(1.5, 1.5) },
  { _id: 'in hole', loc: point(2.5, 2.5) },
  { _id: 'out', loc: point(9, 9) },
]
const given = { places }
const metres = (wanted: number) => (got: unknown) => Math.abs((got as number) - wanted) < 0.01

const near = (sdk: Sdk, options: Loose = {}, [lng, lat]: [number, number] = [113.3, 23.1]) =>
  sdk._.geoNear({ geometry: sdk.db.Geo.Point(lng, lat), ...options })
const area = ({ db }: Sdk, coordinates: number[][][]) => db.Geo.Polygon(coordinates.map(one => path(db, one)))
const path = (db: Loose, positions: number[][]) =>
  db.Geo.LineString(positions.map(([lng, lat]) => db.Geo.Point(lng, lat)))

const finds = (name: string, where: (sdk: Sdk) => Loose, ids: string[], documents: Doc[] = places): Case => ({
  name: `place: ${name}`,
  given: { places: documents },
  when: sdk => idsOf(sdk.places.where(where(sdk)).orderBy('_id', 'asc')),
  then: ids,
})
const nearest = (name: string, where: (sdk: Sdk) => Loose, ids: string[]): Case => ({
  name: `place: ${name}`,
  given,
  when: sdk => idsOf(sdk.places.where(where(sdk))),
  then: ids,
})
const distances = (name: string, options: (sdk: Sdk) => Loose, list: unknown): Case => ({
  name: `place: ${name}`,
  given: { places: places.filter(({ _id }) => _id === 'here' || _id === 'gate' || _id === 'far') },
  when: async sdk =>
    (
      await sdk.places
        .aggregate()
        .geoNear({
          distanceField: 'far',
          spherical: true,
          near: sdk.db.Geo.Point(113.3, 23.1),
          key: 'loc',
          ...options(sdk),
        })
        .project({ far: 1, l: 1 })
        .end()
    ).list,
  then: list,
})

export const placeCases: Case[] = [
  nearest('geoNear gives the nearest first', sdk => ({ loc: near(sdk) }), [
    'here',
    'gate',
    'road',
    'park',
    'far',
  ]),
  nearest('geoNear within a distance', sdk => ({ loc: near(sdk, { maxDistance: 150 }) }), ['here', 'gate']),
  nearest('geoNear beyond a distance', sdk => ({ loc: near(sdk, { minDistance: 50, maxDistance: 1000 }) }), [
    'gate',
    'road',
  ]),
  nearest('geoNear with another condition', sdk => ({ loc: near(sdk), open: true }), ['gate']),
  nearest(
    'geoNear measures to the nearest part of a line',
    sdk => ({ loc: near(sdk, { minDistance: 500, maxDistance: 560 }) }),
    ['road'],
  ),
  nearest(
    'geoNear of a place inside an area',
    sdk => ({ loc: near(sdk, { maxDistance: 1 }, [113.315, 23.115]) }),
    ['park'],
  ),
  finds('geoNear without distances inside _.or', sdk => sdk._.or([{ loc: near(sdk) }, { _id: 'nowhere' }]), [
    'far',
    'gate',
    'here',
    'nowhere',
    'park',
    'road',
  ]),
  finds('geoNear in another order', sdk => ({ loc: near(sdk, { maxDistance: 1000 }) }), [
    'gate',
    'here',
    'road',
  ]),
  finds(
    'geoWithin an area',
    sdk => ({ loc: sdk._.geoWithin({ geometry: area(sdk, [ring(113.29, 23.09, 113.31, 23.11)]) }) }),
    ['gate', 'here', 'road'],
  ),
  finds(
    'geoWithin an area that holds an area',
    sdk => ({ loc: sdk._.geoWithin({ geometry: area(sdk, [ring(113.2995, 23.0995, 113.33, 23.13)]) }) }),
    ['gate', 'here', 'park'],
  ),
  finds(
    'geoWithin wants the whole line',
    sdk => ({ loc: sdk._.geoWithin({ geometry: area(sdk, [ring(113.2995, 23.09, 113.31, 23.11)]) }) }),
    ['gate', 'here'],
  ),
  finds(
    'geoWithin an area with a hole',
    sdk => ({ loc: sdk._.geoWithin({ geometry: area(sdk, [ring(1, 1, 5, 5), ring(2, 2, 3, 3)]) }) }),
    ['in'],
    holed,
  ),
  finds(
    'geoWithin a triangle',
    sdk => ({
      loc: sdk._.geoWithin({
        geometry: area(sdk, [
          [
            [0, 0],
            [3, 2],
            [2, 3],
            [0, 0],
          ],
        ]),
      }),
    }),
    ['in'],
    holed.slice(0, 1),
  ),
  finds(
    'geoWithin a circle',
    sdk => ({ loc: sdk._.geoWithin({ centerSphere: [[113.3, 23.1], 0.15 / 6378.1] }) }),
    ['gate', 'here'],
  ),
  finds(
    'geoWithin a small circle',
    sdk => ({ loc: sdk._.geoWithin({ centerSphere: [[113.3, 23.1], 0.05 / 6378.1] }) }),
    ['here'],
  ),
  finds(
    'geoIntersects with a point',
    sdk => ({ loc: sdk._.geoIntersects({ geometry: sdk.db.Geo.Point(113.315, 23.115) }) }),
    ['park'],
  ),
  finds(
    'geoIntersects with the same point',
    sdk => ({ loc: sdk._.geoIntersects({ geometry: sdk.db.Geo.Point(113.3, 23.1) }) }),
    ['here'],
  ),
  finds(
    'geoIntersects with a line',
    sdk => ({
      loc: sdk._.geoIntersects({
        geometry: path(sdk.db, [
          [113.3, 23.1],
          [113.3, 23.2],
        ]),
      }),
    }),
    ['here', 'road'],
  ),
  finds(
    'geoIntersects: a line through an area',
    sdk => ({
      loc: sdk._.geoIntersects({
        geometry: path(sdk.db, [
          [113.3, 23.115],
          [113.33, 23.115],
        ]),
      }),
    }),
    ['park'],
  ),
  finds(
    'geoIntersects with an area around',
    sdk => ({ loc: sdk._.geoIntersects({ geometry: area(sdk, [ring(113.0, 23.0, 113.312, 23.13)]) }) }),
    ['gate', 'here', 'park', 'road'],
  ),
  finds(
    'geoIntersects: an area inside an area',
    sdk => ({ loc: sdk._.geoIntersects({ geometry: area(sdk, [ring(113.314, 23.114, 113.316, 23.116)]) }) }),
    ['park'],
  ),
  finds(
    'geoIntersects with nothing',
    sdk => ({ loc: sdk._.geoIntersects({ geometry: sdk.db.Geo.Point(0, 0) }) }),
    [],
  ),
  finds('a whole point equals itself', ({ db }) => ({ loc: db.Geo.Point(113.301, 23.1) }), ['gate']),
  distances('$geoNear tells the distance', () => ({}), [
    { _id: 'here', far: 0 },
    { _id: 'gate', far: metres(102.3935) },
    { _id: 'far', far: metres(15122.3315) },
  ]),
  distances('$geoNear within a distance', () => ({ maxDistance: 1000, minDistance: 1 }), [
    { _id: 'gate', far: metres(102.3935) },
  ]),
  distances('$geoNear with a query', () => ({ query: { open: false } }), [{ _id: 'here', far: 0 }]),
  distances('$geoNear with a limit', () => ({ limit: 1 }), [{ _id: 'here', far: 0 }]),
  distances(
    '$geoNear in another unit',
    () => ({ distanceMultiplier: 0.001, minDistance: 1, maxDistance: 200 }),
    [{ _id: 'gate', far: (got: unknown) => Math.abs((got as number) - 0.1023935) < 1e-5 }],
  ),
  distances('$geoNear with the place', () => ({ includeLocs: 'l', maxDistance: 1 }), [
    { _id: 'here', far: 0, l: point(113.3, 23.1) },
  ]),
  {
    name: 'place: a geo index refuses what is no place',
    when: ({ places }) => places.add({ data: { _id: 'x', loc: { type: 'Ball', coordinates: [1, 2] } } }),
    fails: { errCode: -502001, says: /[Gg]eo/ },
  },
  {
    name: 'place: a geo index refuses a place that is not on earth',
    when: ({ places }) => places.add({ data: { _id: 'x', loc: { type: 'Point', coordinates: [113, 95] } } }),
    fails: { errCode: -502001, says: /./ },
  },
  {
    name: 'place: a geo index refuses an area that does not end where it began',
    when: ({ places }) =>
      places.add({
        data: {
          _id: 'x',
          loc: polygon([
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ]),
        },
      }),
    fails: { errCode: -502001, says: /./ },
  },
]
