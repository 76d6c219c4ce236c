import type { Doing, OfficerDoing } from '../../domain/request/handleRequest'
import type { Request } from '../../domain/request/request'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { requests } from '../kernel/collections/requests'
import { runEffects } from '../kernel/effects'
import { officerActor } from './officerActor'
import { present } from './present'

interface Target {
  id: string
  token: string
  /** For a transition. */
  version?: number
}

/** A move by an officer who may handle the request's areas; anyone else gets `notFound`. Throws what `change` and `decide` throw. */
export const changeAsOfficer = async (
  call: Call,
  target: Target,
  decide: (request: Request, doing: OfficerDoing) => Request,
) => changeAs(call, target, request => asOfficer(call, request), decide)

/** A move by the reporter alone: anyone else, officers included, gets `notFound`. Throws what `change` and `decide` throw. */
export const changeAsReporter = async (
  call: Call,
  target: Target,
  decide: (request: Request, doing: Doing) => Request,
) => changeAs(call, target, request => asReporter(call, request) ?? refuse(), decide)

/** A move by the reporter or by an officer; anyone else gets `notFound`. Throws what `change` and `decide` throw. */
export const changeAsEither = async (
  call: Call,
  target: Target,
  decide: (request: Request, doing: Doing) => Request,
) =>
  changeAs<Doing['by']>(
    call,
    target,
    request => asReporter(call, request) ?? asOfficer(call, request),
    decide,
  )

const changeAs = async <By extends Doing['by']>(
  call: Call,
  { id, token, version }: Target,
  actor: (request: Request) => By | Promise<By>,
  decide: (request: Request, doing: Doing & { by: By }) => Request,
) => {
  const { db, now } = call
  const saved = await change(db, requests, {
    id,
    token,
    ...(version !== undefined && { version }),
    permit: actor,
    decide: (request, by) => decide(request, { by, at: now, token }),
    current: async request => ({ request: await present(call, request) }),
  })
  return { request: await present(call, await runEffects(db, saved, now)) }
}

const asReporter = ({ caller }: Call, request: Request) =>
  caller.owns(request.reporterId) ? { kind: 'reporter' as const, personId: caller.personId } : undefined

const asOfficer = async ({ caller, active, now }: Call, request: Request) => {
  const grant = await caller.permit('request.handle', request.areaIds)
  return officerActor(grant, caller.personId, (await active()).street, now)
}

const refuse = (): never => {
  throw new Refusal('notFound', errorSentences.notFound)
}
