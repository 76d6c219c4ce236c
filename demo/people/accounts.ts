import type { Person } from '../../domain/account/post'
import { personIdOf } from '../../domain/id/documentId'
import { day } from '../../domain/time/china'
import type { GridGround } from '../geography/areas'
import { personName } from '../names/person'
import type { Random } from '../random'
import { cast, castOpenid, type CastId } from './cast'
import { withFamily } from './family'
import type { Held } from './roster'

/** Accounts of the officers who have opened the app, of the named people and of residents of all grids. */
export const makeAccounts = (
  random: Random,
  {
    grids,
    roster,
    residents,
    now,
    pepper,
    days,
  }: {
    grids: readonly GridGround[]
    roster: readonly Held[]
    residents: number
    now: number
    pepper: string
    days: number
  },
): Person[] => {
  const nameOf = new Map(roster.flatMap(({ post, openid }) => (openid ? [[openid, post.name] as const] : [])))
  const account = (openid: string, name: string | undefined, homeGridId?: string): Person => {
    const createdAt = now - random.integer(days + 10, days + 400) * day - random.integer(0, day)
    return {
      _id: personIdOf(openid, pepper),
      v: 1,
      openid,
      ...(name && { name }),
      ...(homeGridId && { homeGridId }),
      seenAt: now - random.integer(1, 20) * day,
      createdAt,
    }
  }
  const home = grids[0]?.area._id
  const named = cast.map(({ id, name }) => account(castOpenid(id), name, castHome(id) ? home : undefined))
  const officers = [...nameOf.keys()]
    .filter(openid => !cast.some(({ id }) => castOpenid(id) === openid))
    .map(openid => account(openid, nameOf.get(openid)))
  const others = Array.from({ length: residents }, (_, i) =>
    account(
      `demo-resident-${i}`,
      random.chance(0.7) ? personName(random) : undefined,
      // The first rounds give every grid a few residents, enough for the seats of its council.
      (i < grids.length * 6 ? grids[i % grids.length] : random.pick(grids))?.area._id,
    ),
  )
  return withFamily(random.branch('family'), [...named, ...officers, ...others], grids)
}

/** Who of the named people lives in the grid of the story. */
const castHome = (id: CastId): boolean => ['zhang-guifang', 'li-xiaoyan', 'he-jianguo', 'wu-mei'].includes(id)
