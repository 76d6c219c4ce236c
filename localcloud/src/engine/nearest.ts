import type { Collection } from './collection'
import type { Held } from './found'
import { metresFrom, type Nearness } from './geoQueries'
import type { Query } from './matcher'
import { earthRadius } from './sphere'
import type { Value } from './value'

/** The documents nearest first. */
export const nearestFirst = (found: Held[], near: Nearness): Held[] =>
  found
    .map(held => ({ held, metres: metresFrom(near, held.document) }))
    .sort((a, b) => a.metres - b.metres)
    .map(({ held }) => held)

/**
 * The nearest documents that match, `wanted` at most. Where an index knows places and the query sets no distance, it is
 * looked in wider and wider circles until enough lie in one.
 */
export const findNearest = (
  { indexes }: Collection,
  query: Query,
  near: Nearness,
  wanted: number,
  search: (query: Query) => Held[],
): Held[] => {
  const hasIndex = indexes.some(({ keys }) =>
    keys.some(({ name, direction }) => name === near.field && direction === '2dsphere'),
  )
  if (hasIndex && near.near.most === Infinity && wanted !== Infinity)
    for (let metres = 1000; metres < 10_000_000; metres *= 4) {
      const circle = {
        [near.field]: { $geoWithin: { $centerSphere: [near.near.centre, metres / earthRadius] } },
      }
      const found = nearestFirst(search({ $and: [circle, query as Value] }), near)
      if (found.length >= wanted) return found.slice(0, wanted)
    }
  return nearestFirst(search(query), near).slice(0, wanted)
}
