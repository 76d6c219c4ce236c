import { tiers } from '../../contract/tiers'
import { closedStatuses } from '../../contract/statuses'
import type { ClockName } from '../../contract/requestTerms'
import { capClock } from '../deadline/capClock'
import { isRunning, stepsToCome } from '../deadline/clock'
import { correctionOf } from './corrections'
import { ahead } from './households'
import type { Request } from './request'
import { officerClocks } from './stop'

/** An instant (ms) as 13 digits, so that text order is time order until the year 2286. */
export const sortableInstant = (at: number): string => String(at).padStart(13, '0')

/** `<13-digit createdAt>-<id>`: newest-first lists read it backwards. */
export const listKey = (createdAt: number, id: string): string => `${sortableInstant(createdAt)}-${id}`

/** How long an effect may stay undone before the clock takes it up, ms: longer than a function can run. */
const effectPatience = 60_000

/** The earliest due time among the clocks that run against an officer, ms; undefined when none runs. */
export const officerDue = (request: Pick<Request, 'clocks'>): number | undefined =>
  earliest(officerClocks.map(name => runningDue(request, name)))

/** The due time of one clock while it runs, ms; undefined too while it stands still. */
export const runningDue = (request: Pick<Request, 'clocks'>, name: ClockName): number | undefined => {
  const clock = request.clocks[name]
  return isRunning(clock) ? clock.dueAt : undefined
}

/** By when the reporter is waited for, ms: an answer that was asked for, or the word that it is done. */
export const reporterDue = (request: Pick<Request, 'clocks'>): number | undefined =>
  earliest([runningDue(request, 'answer'), runningDue(request, 'confirm')])

type Keyed = Omit<Request, 'openKey' | 'mineOpenKey' | 'correctedKey' | 'wakeAt'>

/**
 * The request with its sort keys and `wakeAt` worked out anew; every decision ends in this. So whatever it did to the
 * clocks, a deadline that came with the matter from elsewhere is kept where it is the earlier one.
 */
export const withKeys = (decided: Keyed): Request => {
  const request = inTimeForOthers(decided)
  // While it waits for the reporter's answer it is still on the officer's list, by when the waiting ends.
  const due = officerDue(request) ?? runningDue(request, 'answer')
  const at = due === undefined || request.mergedInto ? undefined : due - ahead(request)
  const correction = correctionOf(request)
  return {
    ...request,
    openKey:
      at === undefined ? undefined : `${tiers.indexOf(request.tier)}-${sortableInstant(at)}-${request._id}`,
    mineOpenKey: closedStatuses.includes(request.status) ? undefined : request.mineKey,
    correctedKey: correction && listKey(correction.at, request._id),
    wakeAt: wakeAt(request),
  }
}

const inTimeForOthers = (request: Keyed): Keyed => {
  const { resolve } = request.clocks
  const due = request.external?.due
  if (!resolve || due === undefined) return request
  const capped = capClock(resolve, due)
  return capped === resolve ? request : { ...request, clocks: { ...request.clocks, resolve: capped } }
}

/** The earliest instant (ms) at which a clock speaks or falls due, or a left-over effect is taken up. */
const wakeAt = (request: Keyed): number | undefined => {
  const instants = Object.values(request.clocks).map(clock => stepsToCome(clock)[0]?.at)
  const changedAt = request.events.at(-1)?.at ?? request.createdAt
  return earliest([...instants, request.effects.length ? changedAt + effectPatience : undefined])
}

const earliest = (instants: (number | undefined)[]): number | undefined => {
  const known = instants.filter(instant => instant !== undefined)
  return known.length ? Math.min(...known) : undefined
}
