import type { Person } from '../../domain/account/post'
import { chinaDate, chinaInstant, day } from '../../domain/time/china'
import { onEarth } from '../geography/earth'
import type { GridGround } from '../geography/areas'
import { spotNames, type SpotNames } from '../names/spots'
import type { Random } from '../random'
import { sourceAt } from './bringer'
import { makeCourse } from './course'
import { matters } from './matters/matters'
import type { Case, Matter } from './matters/matter'
import type { Planned } from './planned'

/** Some months of what residents report, the oldest first. The grid of the story gets no new ones by chance. */
export const planRequests = (
  random: Random,
  {
    grids,
    people,
    count,
    days,
    now,
  }: {
    grids: readonly GridGround[]
    people: readonly Person[]
    count: number
    days: number
    now: number
  },
): Planned[] => {
  const neighbours = new Map<string, string[]>()
  for (const { _id, homeGridId } of people) {
    if (homeGridId) neighbours.set(homeGridId, [...(neighbours.get(homeGridId) ?? []), _id])
  }
  return Array.from({ length: count }, () => momentOf(random, days, now))
    .sort((a, b) => a - b)
    .flatMap(at => {
      const ground = random.pick(at > now - 25 * day ? grids.slice(1) : grids)
      const reporterId = random.pick(neighbours.get(ground.area._id) ?? [])
      const matter = pickMatter(random, ground)
      const { words, place } = fill(random, ground, random.pick(matter.cases))
      return {
        reporterId,
        grid: ground.area,
        place,
        matter,
        words,
        ...(sourceAt(at, matter) && { source: sourceAt(at, matter) }),
        ...(random.chance(0.55) && { tile: matter.tile }),
        photos: matter.scene && random.chance(0.45) ? random.integer(1, 2) : 0,
        at,
        ...makeCourse(random, matter),
      }
    })
}

// How busy each hour of the day is, from midnight.
const busy = [1, 1, 0, 0, 0, 1, 3, 8, 12, 13, 12, 10, 7, 7, 8, 9, 10, 12, 13, 14, 13, 10, 5, 2].map(
  (weight, hour) => [hour, weight] as const,
)

/** An instant of the last `days`, at an hour when people report things. */
const momentOf = (random: Random, days: number, now: number): number => {
  const { year, month, day: date } = chinaDate(now - random.integer(0, days - 1) * day)
  const minutes = random.weighted(busy) * 60 + random.integer(0, 59)
  const at = chinaInstant(year, month, date, minutes) + random.integer(0, 59_999)
  return at < now ? at : at - day
}

const pickMatter = (random: Random, { blockKind }: GridGround): Matter =>
  random.weighted(
    matters
      .filter(({ kinds }) => !kinds || kinds.includes(blockKind))
      .map(matter => [matter, matter.weight] as const),
  )

/** Puts a case somewhere in a grid: its sentences name the place, and the place has a point and an address. */
export const fill = (
  random: Random,
  { area, block, blockKind, spots }: GridGround,
  words: Case,
): Pick<Planned, 'words' | 'place'> => {
  const names = spotNames(blockKind, random)
  const [x, y] = random.pick(spots)
  // Near the middle of its plot, so that the point is in the grid.
  const point = onEarth(x + random.integer(-8, 8), y + random.integer(-8, 8))
  const [says, reply, done] = words
  const address = block.name.replace('街区', '') + (says.includes('{road}') ? names.road : names.here)
  return {
    words: [name(says, names), name(reply, names), name(done, names)],
    place: { ...(random.chance(0.7) && { point }), address, gridId: area._id },
  }
}

const name = (sentence: string, { here, road }: SpotNames): string =>
  sentence.replaceAll('{here}', here).replaceAll('{road}', road)
