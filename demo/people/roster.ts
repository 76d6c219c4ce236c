import type { DutyHours, Post } from '../../domain/account/post'
import { documentId, personIdOf } from '../../domain/id/documentId'
import type { Area } from '../../domain/area/area'
import { day } from '../../domain/time/china'
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

const hours = (days: number[], from: number, to: number): DutyHours => ({
  days,
  from: from * 60,
  to: to * 60,
})
const weekdays = hours([1, 2, 3, 4, 5], 8.5, 18)
const tuesdayToSaturday = hours([2, 3, 4, 5, 6], 9, 18)
const everyDay = hours([1, 2, 3, 4, 5, 6, 7], 8, 22)
const roundTheClock = hours([1, 2, 3, 4, 5, 6, 7], 0, 24)

/**
 * Every officer's post: a grid member for each grid and a 楼长 in some, a lead, a 街区长 and a 指导员 for each 街区, a
 * 第一书记 and a duty post for each community, the street's duty post, and the posts of the other trees.
 */
export const makeRoster = (random: Random, areas: Areas, now: number, pepper: string): Held[] => {
  const held: Held[] = []
  // A stream of their own: they came later, and change nothing of the others.
  const more = random.branch('more')
  const appointMore = (area: Area, kind: string, duty: DutyHours) => {
    const officerId = documentId('o', more.hex(32))
    held.push({
      post: {
        _id: documentId('q', officerId, area._id, kind),
        v: 2,
        officerId,
        name: personName(more),
        areaId: area._id,
        kind,
        duty,
        contact: more.pick(['workPhone', 'dutyPhone', 'message']),
        workPhone: workPhone(5000 + held.length),
        from: now - more.integer(100, 900) * day,
      },
    })
  }
  const appoint = (area: Area, kind: string, duty: DutyHours, named?: CastId, phone = 2000 + held.length) => {
    const officerId = documentId('o', random.hex(32))
    const name = named ? castName(named) : personName(random)
    // Nine in ten officers have opened the app at least once.
    const openid = named ? castOpenid(named) : random.chance(0.9) ? `demo-officer-${held.length}` : undefined
    const post: Post = {
      _id: documentId('q', officerId, area._id, kind),
      v: 2,
      officerId,
      ...(openid && { personId: personIdOf(openid, pepper) }),
      name,
      areaId: area._id,
      kind,
      duty,
      contact: named || random.chance(0.6) ? 'workPhone' : 'dutyPhone',
      workPhone: workPhone(phone),
      from: now - random.integer(400, 1_100) * day,
    }
    held.push({ post, ...(openid && { openid }) })
  }

  appoint(areas.street, 'streetDuty', roundTheClock, 'liu-yang', 0)
  areas.communities.forEach((community, i) =>
    appoint(community, 'communityDuty', everyDay, i === 0 ? 'wang-min' : undefined, 100 + i),
  )
  for (const block of areas.blocks) appoint(block, 'blockLead', weekdays)
  areas.grids.forEach(({ area }, i) =>
    appoint(
      area,
      'gridMember',
      random.chance(0.75) ? weekdays : tuesdayToSaturday,
      i === 0 ? 'chen-zhiqiang' : undefined,
    ),
  )
  for (const block of areas.blocks) {
    appointMore(block, 'blockHead', everyDay)
    appointMore(block, 'guide', weekdays)
  }
  for (const community of areas.communities) appointMore(community, 'firstSecretary', weekdays)
  for (const grid of areas.dedicatedGrids) appointMore(grid, 'dedicatedMember', weekdays)
  for (const grid of areas.commandGrids) appointMore(grid, 'gridHead', everyDay)
  for (const grid of areas.redGrids) appointMore(grid, 'gridHead', everyDay)
  areas.grids.forEach(({ area }, i) => {
    if (i % 3 === 0) appointMore(area, 'buildingHead', everyDay)
  })
  return held
}
