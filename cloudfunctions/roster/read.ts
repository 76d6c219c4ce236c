import { Refusal } from '../../contract/refusal'
import type { rosterService } from '../../contract/roster'
import { errorSentences } from '../../contract/sentences'
import { grantFor, inTerm } from '../../domain/account/mayDo'
import { briefOf, type Street } from '../../domain/area/street'
import type { Call } from '../kernel/call'
import type { Handler } from '../kernel/implement'
import { officerNamed, rosterLine } from './viewRoster'

export const read: Handler<typeof rosterService, 'read'> = async (call, { areaId }) => {
  const { caller, now } = call
  const { street } = await call.active()
  const own = inTerm(street.roster.postsOfPerson(caller.personId), now)
  const staff = await staffOf(call, street, areaId)
  if (!own.length || (areaId !== undefined && !staff)) {
    throw new Refusal('notFound', errorSentences.notFound)
  }
  const officers = [...new Set(own.map(post => post.officerId))]
  return {
    mine: own.flatMap(post => rosterLine(street, post, now)),
    standingIn: officers
      .flatMap(id => street.roster.standingIn(id, { from: now, to: Infinity }))
      .sort((a, b) => a.from - b.from)
      .flatMap(({ officerId, from, to }) => {
        const absent = officerNamed(street, officerId, now)
        return absent ? [{ for: absent, from, to }] : []
      }),
    ...(staff && { staff }),
  }
}

/** The staff of an area, for whoever is in charge of it; of the first in their charge when none is named. */
const staffOf = async ({ caller, now }: Call, street: Street, areaId: string | undefined) => {
  const grants = await caller.grants()
  const first = grants.find(({ permissions }) => permissions.includes('officer.manage'))?.areaId
  const area = street.area(areaId ?? first ?? '')
  if (!area || !grantFor(grants, 'officer.manage', area.path, now)) return undefined
  const below = street.kinds.trees.flatMap(({ id }) => street.children(area._id, id))
  return {
    area: briefOf(area),
    path: street
      .path(area._id)
      .filter(({ id }) => grantFor(grants, 'officer.manage', street.area(id)?.path ?? [], now)),
    below: below.map(briefOf),
    lines: street.roster
      .everAppointed(area._id)
      .filter(({ to = Infinity }) => now < to)
      .flatMap(post => rosterLine(street, post, now)),
  }
}
