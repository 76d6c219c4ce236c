import { type Tier, tiers } from '../../contract/tiers'
import { isRunning } from '../deadline/clock'
import type { Request, RequestEvent } from './request'

// What stands open in a request, read from its history: nothing is stored twice.

/** When the present round began: the submission, or the last reopening, ms. */
export const roundStart = ({ createdAt, events }: Pick<Request, 'createdAt' | 'events'>): number =>
  lastOf(events, ['reopened'])?.at ?? createdAt

/** How often something has happened in the present round. */
export const timesThisRound = (request: Request, kind: RequestEvent['kind']): number =>
  request.events.filter(event => event.kind === kind && event.at >= roundStart(request)).length

/** The asking for more time that nobody has decided yet. */
export const pendingExtension = ({ events }: Request): RequestEvent | undefined => {
  const last = lastOf(events, [
    ...(['extensionAsked', 'extended', 'extensionRefused', 'retiered'] as const),
    ...(['suspended', 'resolved', 'reopened'] as const),
  ])
  return last?.kind === 'extensionAsked' ? last : undefined
}

/** The last time that a person lowered the tier, when nobody has objected to it yet. */
export const unobjectedLowering = ({ events }: Request): RequestEvent | undefined => {
  const last = lastOf(events, ['retiered', 'objected'], event => event.kind !== 'retiered' || lowers(event))
  return last?.kind === 'retiered' ? last : undefined
}

/** The objection that waits for an answer, and the lowering that it is about. */
export const openObjection = (
  request: Request,
): { objection: RequestEvent; lowering: RequestEvent } | undefined => {
  const objection = isRunning(request.clocks.objection) ? lastOf(request.events, ['objected']) : undefined
  const lowering =
    objection && lastOf(request.events, ['retiered'], event => lowers(event) && event.at <= objection.at)
  return objection && lowering ? { objection, lowering } : undefined
}

/** Whether the first tier is the more urgent. */
export const isAbove = (one: Tier, other: Tier): boolean => tiers.indexOf(one) < tiers.indexOf(other)

const lowers = ({ retier }: RequestEvent): boolean => !!retier?.tier && isAbove(...retier.tier)

const lastOf = (
  events: readonly RequestEvent[],
  kinds: readonly RequestEvent['kind'][],
  where: (event: RequestEvent) => boolean = () => true,
): RequestEvent | undefined => events.filter(event => kinds.includes(event.kind) && where(event)).at(-1)
