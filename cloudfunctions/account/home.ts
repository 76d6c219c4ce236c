import type { accountService } from '../../contract/account'
import { grantFor } from '../../domain/account/mayDo'
import type { Person } from '../../domain/account/post'
import { briefOf, type Street } from '../../domain/area/street'
import { officerDue, reporterDue, sortableInstant } from '../../domain/request/requestKeys'
import { linesTime } from '../../domain/request/viewClocks'
import { lineOf } from '../../domain/request/lineOf'
import type { Call } from '../kernel/call'
import { inbox } from '../kernel/collections/inbox'
import { requests } from '../kernel/collections/requests'
import { topics } from '../kernel/collections/topics'
import type { Active } from '../kernel/active'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { shownPlaces } from './shownPlaces'

/** Open requests counted for the work card; more than that is "100 多件". */
const countedMost = 100

export const home: Handler<typeof accountService, 'home'> = async (call, { gridId }) => {
  const { caller, now } = call
  const [active, person] = await Promise.all([call.active(), caller.account()])
  const { street, policies } = active
  const homeId = person?.homeGridId ?? gridId
  const card = homeId === undefined ? undefined : street.gridCard(homeId, now)
  const root = card ? street.area(card.path[0]?.id ?? '') : street.children()[0]
  const [unread, mine, around, work] = await Promise.all([
    person ? countUnread(call, person) : 0,
    openRequests(call, active),
    card ? openTopics(call, card.path) : [],
    workOf(call, street),
  ])
  return {
    ...(root && { street: root.name }),
    ...(root?.dutyPhone && { dutyPhone: root.dutyPhone }),
    ...(!root && { notOpen: true }),
    ...(person?.name && { name: person.name }),
    ...(card && { home: card }),
    places: shownPlaces(street, person),
    unread,
    requests: mine,
    ...linesTime(mine, now, policies.calendar.forAreas(card?.path.map(({ id }) => id) ?? [])),
    topics: around,
    ...(work && { work }),
  }
}

const countUnread = ({ db, caller }: Call, { seenAt }: Person) =>
  // '~' sorts after every id, so lines of exactly `seenAt` count as seen.
  db.count(inbox, { personId: caller.personId, listKey: _.gt(`${sortableInstant(seenAt)}-~`) })

const openRequests = async ({ db, caller, now }: Call, { street, policies }: Active) => {
  const found = await db.find(requests, {
    where: { reporterId: caller.personId, mineOpenKey: _.gt('') },
    order: ['mineOpenKey', '-1'],
    limit: 3,
    without: ['events'],
  })
  const around = { postWords: (kind: string) => street.postWords(kind), tiers: policies.tiers }
  return found.map(request => lineOf(request, { side: 'reporter', now }, around))
}

const openTopics = async ({ db }: Call, path: { id: string; kind: string }[]) => {
  const block = path.find(({ kind }) => kind === 'block')
  if (!block) return []
  const found = await db.find(topics, {
    where: { areaIds: block.id, openKey: _.gt('') },
    order: ['openKey', '-1'],
    limit: 2,
    without: ['events'],
  })
  return found.map(({ _id, title, status, vote }) => ({
    id: _id,
    title,
    status,
    ...(vote && { closesAt: vote.closesAt }),
  }))
}

const workOf = async ({ caller, db, now }: Call, street: Street) => {
  const grants = street.grants(caller.personId, now)
  const area = grants.flatMap(grant => street.area(grant.areaId) ?? [])[0]
  if (!area) return undefined
  const found = await db.find(requests, {
    where: { areaIds: area._id, openKey: _.gt('') },
    order: ['openKey', '1'],
    limit: countedMost,
    fields: ['clocks'],
  })
  // The first of the list is the most urgent, however many there are behind it.
  const nextDueAt = found[0] && (officerDue(found[0]) ?? reporterDue(found[0]))
  return {
    area: briefOf(area),
    open: found.length,
    moreThanCounted: found.length === countedMost,
    ...(nextDueAt !== undefined && { nextDueAt }),
    mayRecord: grantFor(grants, 'request.record', area.path, now) !== undefined,
  }
}
