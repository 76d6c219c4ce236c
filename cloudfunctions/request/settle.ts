import { Refusal } from '../../contract/refusal'
import { sayWhenMany } from '../../domain/request/countJoined'
import { letGo, release, takeIn, withMerged, withoutMerged } from '../../domain/request/mergeRequest'
import { passOn } from '../../domain/request/passOn'
import type { Effect, Request } from '../../domain/request/request'
import { withKeys } from '../../domain/request/requestKeys'
import type { Active } from '../kernel/active'
import { change } from '../kernel/change'
import { requests } from '../kernel/collections/requests'
import type { Database } from '../kernel/database'
import { runEffects } from '../kernel/effects'
import { joinedAccounts } from './joinedAccounts'

/** How long a call goes on with what is done to other requests, ms; `clock` does the rest. */
const patience = 1500
/** How many are changed at once. */
const atOnce = 8

interface Site {
  db: Database
  active: Active
  now: number
}

/**
 * Does what a saved request still has to cause: to others (the one it was merged into or taken out of, and those dealt with
 * in it), then to people and pictures. Each change of another document is guarded and harmless when done twice; what is not
 * done in time stays in the document for `clock`. Gives the request as it now is.
 */
export const settle = async (site: Site, request: Request): Promise<Request> => {
  const { db, now } = site
  const { done, refused } = await merge(site, request)
  const saved = await runEffects(db, request, now, done)
  if (refused === undefined && (saved !== request || !done.size)) return saved
  // It is not to be done again after somebody has undone it: so this is written whoever else wrote meanwhile.
  const noted = await change<Request, undefined>(db, requests, {
    id: request._id,
    permit: () => undefined,
    decide: before => {
      const effects = before.effects.filter(({ id }) => !done.has(id))
      const after = effects.length < before.effects.length ? withKeys({ ...before, effects }) : before
      return refused !== undefined && before.mergedInto
        ? release(after, { by: { kind: 'system' }, at: now, text: refused })
        : after
    },
  })
  return refused === undefined ? noted : runEffects(db, noted, now)
}

/** What was done to others, by the ids of the effects; and why the one it was to be merged into could not take it. */
const merge = async (site: Site, request: Request): Promise<{ done: Set<string>; refused?: string }> => {
  const toDo = request.effects.filter(({ kind }) => kind in does)
  const started = Date.now()
  const done = new Set<string>()
  let refused: string | undefined
  for (let i = 0; i < toDo.length && Date.now() - started < patience; i += atOnce) {
    await Promise.all(
      toDo.slice(i, i + atOnce).map(async effect => {
        try {
          await does[effect.kind as Doable](site, request, effect as never)
          done.add(effect.id)
        } catch (error) {
          if (error instanceof Refusal && error.code !== 'busy') {
            // It can never be done: the other one has ended, or its history is full. What was merged is let go again.
            done.add(effect.id)
            if (effect.kind === 'takeIn') refused = error.message
          }
          console.error(JSON.stringify({ merging: request._id, effect: effect.id, error: String(error) }))
        }
      }),
    )
  }
  return { done, ...(refused !== undefined && { refused }) }
}

type Doable = 'takeIn' | 'letGo' | 'passOn'
type Do<K extends Doable> = (site: Site, request: Request, effect: Effect & { kind: K }) => Promise<unknown>

const does: { [K in Doable]: Do<K> } = {
  takeIn: (site, request, { into }) =>
    changeOther(site, into, {
      look: main => (main.joined || request.joined ? joinedAccounts(site.db, withMerged(main, request)) : 0),
      decide: (main, joined) => {
        const taken = takeIn(main, request, site.now)
        return taken === main ? main : sayWhenMany(withJoined(taken, joined), counting(site, main))
      },
    }),
  letGo: (site, request, { from }) =>
    changeOther(site, from, {
      look: main => (main.joined ? joinedAccounts(site.db, withoutMerged(main, request._id)) : 0),
      decide: (main, joined) => {
        const rest = letGo(main, request._id, site.now)
        return rest === main ? main : withKeys(withJoined(rest, joined))
      },
    }),
  passOn: async (site, main, { to, event: n }) => {
    const event = main.events[n]
    if (!event) return
    const passed = { main, event, token: `${main._id}-${n}`, at: site.now }
    await changeOther(site, to, {
      token: passed.token,
      look: () => undefined,
      decide: merged => passOn(merged, passed, site.active.policies),
    })
  },
}

interface Other<Seen> {
  token?: string
  /** What is to be known beside it, looked up anew with every attempt. */
  look: (other: Request) => Seen | Promise<Seen>
  decide: (other: Request, seen: Seen) => Request
}

const changeOther = async <Seen>(
  { db, now }: Site,
  id: string,
  { token, look, decide }: Other<Seen>,
): Promise<void> => {
  const saved = await change<Request, Seen>(db, requests, {
    id,
    ...(token && { token }),
    permit: look,
    decide,
  })
  await runEffects(db, saved, now)
}

const withJoined = (request: Request, joined: number): Request =>
  joined === (request.joined ?? 0) ? request : { ...request, joined }

const counting = ({ active: { street, policies }, now }: Site, { areaIds }: Request) => ({
  at: now,
  topicFrom: policies.duplicates.topicFrom,
  overseers: street.holders('request.oversee', areaIds, now),
})
