import type { Post, PostKind } from '../../domain/account/post'
import { documentId, personIdOf } from '../../domain/id/documentId'
import type { Area } from '../../domain/area/area'
import type { Areas } from '../geography/areas'
import { personName } from '../names/person'
import { workPhone } from '../names/workPhone'
import type { Random } from '../random'
import { castName, castOpenid, type CastId } from './cast'

/** A post with the openid of its holder, when the holder has opened the app. */
export interface Held {
  post: Post
  openid?: string
}

const day = 86_400_000

const hours = (days: number[], from: number, to: number): Post['duty'] => ({
  days,
  from: from * 60,
  to: to * 60,
})
const weekdays = hours([1, 2, 3, 4, 5], 8.5, 18)
const tuesdayToSaturday = hours([2, 3, 4, 5, 6], 9, 18)
const everyDay = hours([1, 2, 3, 4, 5, 6, 7], 8, 22)
const roundTheClock = hours([1, 2, 3, 4, 5, 6, 7], 0, 24)

/**
 * Every officer's post: a grid member for each grid, a lead for each 街区, duty posts of communities and street.
 * In a few grids the member is away: the term has ended, and a neighbouring grid's member stands in for some weeks,
 * or nobody does and work goes up to the 街区.
 */
export const makeRoster = (random: Random, areas: Areas, now: number, pepper: string): Held[] => {
  const held: Held[] = []
  const appoint = (
    area: Area,
    kind: PostKind,
    duty: Post['duty'],
    named?: CastId,
    phone = 2000 + held.length,
  ): Held => {
    const officerId = documentId('o', random.hex(32))
    const name = named ? castName(named) : personName(random)
    // Nine in ten officers have opened the app at least once.
    const openid = named ? castOpenid(named) : random.chance(0.9) ? `demo-officer-${held.length}` : undefined
    const post: Post = {
      _id: documentId('q', officerId, area._id, kind),
      v: 1,
      officerId,
      ...(openid && { personId: personIdOf(openid, pepper) }),
      name,
      areaId: area._id,
      kind,
      duty,
      ...((named || random.chance(0.6)) && { workPhone: workPhone(phone) }),
      from: now - random.integer(400, 1_100) * day,
    }
    held.push({ post, ...(openid && { openid }) })
    return { post, ...(openid && { openid }) }
  }

  appoint(areas.street, 'streetDuty', roundTheClock, 'liu-yang', 0)
  areas.communities.forEach((community, i) =>
    appoint(community, 'communityDuty', everyDay, i === 0 ? 'wang-min' : undefined, 100 + i),
  )
  for (const block of areas.blocks) appoint(block, 'blockLead', weekdays)
  const members = areas.grids.map(({ area }, i) =>
    appoint(
      area,
      'gridMember',
      random.chance(0.75) ? weekdays : tuesdayToSaturday,
      i === 0 ? 'chen-zhiqiang' : undefined,
    ),
  )
  // Every fortieth grid but the first; the neighbour in the list is of the same 街区 most of the time.
  members.forEach(({ post }, i) => {
    if (i % 40 !== 5) return
    const left = now - random.integer(3, 12) * day
    const own = held.find(entry => entry.post._id === post._id)
    if (own) own.post = { ...post, to: left }
    const neighbour = members[i - 1]
    if (!neighbour || i % 80 === 5) return
    held.push({
      ...neighbour,
      post: {
        ...neighbour.post,
        _id: documentId('q', neighbour.post.officerId, post.areaId, 'gridMember'),
        areaId: post.areaId,
        from: left,
        to: now + 20 * day,
      },
    })
  })
  return held
}
