import type { RequestMove } from '../../contract/requestTerms'
import type { Held } from '../../domain/area/roster'
import { grantFor } from '../../domain/account/mayDo'
import { holdsIt } from '../../domain/account/holdsIt'
import type { Street } from '../../domain/area/street'
import type { Policies } from '../../domain/policy/policies'
import { moves } from '../../domain/request/lifeCycle'
import type { Doing, OfficerDoing } from '../../domain/request/handleRequest'
import type { Actor, Request } from '../../domain/request/request'
import { isReporter, speaksFor } from '../../domain/request/speaksFor'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { requests } from '../kernel/collections/requests'
import { officerActor } from './officerActor'
import { present } from './present'
import { settle } from './settle'

/** What a decision may need to know beside the request. */
export interface Around extends Pick<Policies, 'deadline' | 'calendar' | 'tiers'> {
  /** In term on the request's areas. */
  posts: readonly Held[]
  /** Accounts of those who oversee them. */
  overseers: readonly string[]
}

interface Target {
  id: string
  token: string
  /** For a transition. */
  version?: number
  /** The request when it has just been read. */
  before?: Request
}

type Decide<D extends Doing> = (request: Request, doing: D, around: Around) => Request

/**
 * A move by an officer whose posts allow it on the request's areas, by the table of the life cycle; anyone else gets
 * `notFound`. Throws what `change` and `decide` throw.
 */
export const changeAsOfficer = async (
  call: Call,
  move: RequestMove,
  target: Target,
  decide: Decide<OfficerDoing>,
) => changeAs(call, target, request => asOfficer(call, move, request), decide)

/**
 * A move by the reporter, or by an officer who speaks for a resident who cannot: anyone else gets `notFound`. Throws what
 * `change` and `decide` throw.
 */
export const changeAsReporter = async (call: Call, target: Target, decide: Decide<Doing>) =>
  changeAs<Doing['by']>(
    call,
    target,
    async request => asReporter(call, request) ?? (await asSpeaker(call, request)) ?? refuse(),
    decide,
  )

/** A move by the reporter or by an officer; anyone else gets `notFound`. Throws what `change` and `decide` throw. */
export const changeAsEither = async (call: Call, move: RequestMove, target: Target, decide: Decide<Doing>) =>
  changeAs<Doing['by']>(
    call,
    target,
    async request => {
      const reporter = asReporter(call, request)
      if (reporter) return reporter
      // Who may handle it speaks as an officer, also of what they brought themselves.
      const speaker = await asSpeaker(call, request)
      const isHandler =
        !speaker || grantFor(await call.caller.grants(), 'request.handle', request.areaIds, call.now)
      return isHandler ? asOfficer(call, move, request) : speaker
    },
    decide,
  )

const changeAs = async <By extends Doing['by']>(
  call: Call,
  { id, token, version, before }: Target,
  actor: (request: Request) => By | Promise<By>,
  decide: Decide<Doing & { by: By }>,
) => {
  const { db, now } = call
  const active = await call.active()
  const { street, policies } = active
  const saved = await change(db, requests, {
    id,
    token,
    ...(version !== undefined && { version }),
    ...(before && { before }),
    permit: actor,
    decide: (request, by) =>
      decide(
        request,
        { by, at: now, token },
        {
          ...policies,
          posts: street.posts(request.areaIds, now),
          overseers: overseersOf(street, request, now),
        },
      ),
    current: async request => ({ request: await present(call, request) }),
  })
  const after = await settle({ db, active, now }, saved)
  return { request: await present(call, after) }
}

const asReporter = ({ caller }: Call, request: Request) =>
  isReporter(request, caller.personId) && caller.owns(request.reporterId)
    ? { kind: 'reporter' as const, personId: caller.personId }
    : undefined

const asSpeaker = async ({ caller }: Call, request: Request): Promise<Actor | undefined> => {
  const here = (await caller.grants()).filter(({ areaId }) => request.areaIds.includes(areaId))
  const grant = speaksFor(request, caller.personId, here)
  if (!grant) return undefined
  await caller.permit(grant.permissions, [grant.areaId])
  return { ...officerActor(grant, caller.personId), kind: 'reporter' }
}

const asOfficer = async ({ caller, now }: Call, move: RequestMove, request: Request) => {
  const permissions = moves[move].by.filter(who => who !== 'reporter')
  const own = permissions.includes('request.handle') && holdsIt(await caller.grants(), request, now)
  const grant = own
    ? await caller.permit(own.permissions, [own.areaId])
    : await caller.permit(permissions, request.areaIds)
  return officerActor(own || grant, caller.personId)
}

const overseersOf = (street: Street, { areaIds }: Request, now: number) =>
  street.holders('request.oversee', areaIds, now)

const refuse = (): never => {
  throw new Refusal('notFound', errorSentences.notFound)
}
