import { Refusal } from '../../contract/refusal'
import type { rosterService } from '../../contract/roster'
import { errorSentences } from '../../contract/sentences'
import { grantFor, inTerm } from '../../domain/account/mayDo'
import { inOrder } from '../../domain/area/inOrder'
import { briefOf, type Street } from '../../domain/area/street'
import { chargeOver } from '../../domain/roster/chargeOver'
import { type Gap, isStaffed } from '../../domain/roster/gap'
import { worstFirst } from '../../domain/roster/worstFirst'
import type { Call } from '../kernel/call'
import { bindings } from '../kernel/collections/bindings'
import { gaps } from '../kernel/collections/gaps'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { bindingView } from './binding'
import { gapView, officerNamed, rosterLine } from './viewRoster'

/** More than this nobody sets right in one go; so many are looked at to find the worst. */
const gapsMost = 20
const gapsRead = 200

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
const staffOf = async ({ caller, db, now }: Call, street: Street, areaId: string | undefined) => {
  const grants = await caller.grants()
  const first = grants.find(({ permissions }) => permissions.includes('officer.manage'))?.areaId
  const area = street.area(areaId ?? first ?? '')
  if (!area || !grantFor(grants, 'officer.manage', area.path, now)) return undefined
  const posts = street.roster.everAppointed(area._id).filter(({ to = Infinity }) => now < to)
  const decided = posts.map(({ officerId }) => officerId).filter(id => chargeOver(street, grants, id, now))
  const [found, bound] = await Promise.all([
    db.find(gaps, {
      where: { areaIds: area._id, openKey: _.gt('') },
      order: ['openKey', '1'],
      limit: gapsRead,
    }),
    decided.length ? db.find(bindings, { where: { _id: _.in(decided) }, limit: decided.length }) : [],
  ])
  const bindingOf = (officerId: string) =>
    decided.includes(officerId)
      ? bindingView(
          bound.find(({ _id }) => _id === officerId),
          now,
        )
      : undefined
  const below = street.kinds.trees.flatMap(({ id }) => street.children(area._id, id).sort(inOrder))
  return {
    area: briefOf(area),
    path: street
      .path(area._id)
      .filter(({ id }) => grantFor(grants, 'officer.manage', street.area(id)?.path ?? [], now)),
    below: below.map(briefOf),
    lines: posts.flatMap(post => rosterLine(street, post, now, bindingOf(post.officerId))),
    // Mended since the night: it is closed with the next check, and bothers nobody until then.
    gaps: worstFirst(
      street,
      found.filter(gap => !isMended(street, gap, now)),
    )
      .slice(0, gapsMost)
      .flatMap(gap => gapView(street, gap)),
  }
}

const isMended = (street: Street, { kind, areaId }: Gap, now: number): boolean => {
  const area = street.area(areaId)
  return kind === 'area' && (!area || isStaffed(street, area, now, () => true))
}
