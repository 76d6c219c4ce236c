import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { StaffActor } from '../../domain/account/post'
import type { Call } from '../kernel/call'

/**
 * Who acts for an officer: the officer themselves, or somebody in charge of every area on which the officer has a post.
 * Anyone else gets `notFound`.
 */
export const mayManage = async (call: Call, officerId: string): Promise<StaffActor> => {
  const { caller, now } = call
  const { street } = await call.active()
  const posts = street.roster.appointments(officerId, now)
  const own = posts.find(post => post.personId !== undefined && caller.owns(post.personId))
  if (own) {
    const { name, kind, areaId } = own
    return { personId: caller.personId, officerId, name, post: kind, areaId }
  }
  let actor: StaffActor | undefined
  for (const post of posts) actor = await inCharge(call, post.areaId)
  if (!actor) throw new Refusal('notFound', errorSentences.notFound)
  return actor
}

/** Whoever is in charge of the staff of an area. Throws `notFound` for anyone else. */
export const inCharge = async (call: Call, areaId: string): Promise<StaffActor> => {
  const { street } = await call.active()
  const grant = await call.caller.permit('officer.manage', street.area(areaId)?.path ?? [])
  const { officerId, name, kind, areaId: own } = grant
  return { personId: call.caller.personId, officerId, name, post: kind, areaId: own }
}

/** The officer that the caller is. Throws `notFound` for somebody without a post. */
export const ownOfficer = async ({ active, caller, now }: Call): Promise<string> => {
  const own = (await active()).street.roster
    .postsOfPerson(caller.personId)
    .find(post => post.from <= now && now < (post.to ?? Infinity))
  if (!own) throw new Refusal('notFound', errorSentences.notFound)
  return own.officerId
}
