import type { Person } from '../../../domain/account/post'
import { type Join, newJoin } from '../../../domain/duplicates/join'
import { day, hour, minute, startOfDay } from '../../../domain/time/china'
import { confirmRequest } from '../../../domain/request/confirmRequest'
import { countJoined, sayWhenMany } from '../../../domain/request/countJoined'
import { acceptRequest, replyToRequest, resolveRequest } from '../../../domain/request/handleRequest'
import { mergeRequest, takeIn } from '../../../domain/request/mergeRequest'
import { passOn } from '../../../domain/request/passOn'
import type { Request } from '../../../domain/request/request'
import { History } from '../History'
import type { Planned } from '../planned'
import { handlerOf, overseersOf, reporterOf } from '../whoActs'
import type { World } from '../world'
import type { Together } from './groups'

/** One matter before it is replayed: the plans of its reports, the main one first, and who joins. */
export interface PlannedTogether {
  group: Together
  plans: readonly [Planned, ...Planned[]]
  joiners: readonly Person[]
}

/**
 * Lets one matter of several people happen: each reports, neighbours join, the officer deals with the reports in one, and
 * each reporter has the last word. Every step is the domain's own decision on each request, as the functions make it.
 */
export const replayTogether = (world: World, { group, plans, joiners }: PlannedTogether, n: number) => {
  const [main, ...others] = plans.map(
    (plan, i) => new History(world, plan, world.random.branch(`together-${n}-${i}`)),
  ) as [History, ...History[]]
  const joins: Join[] = []
  const { policies, street } = world
  const { by } = handlerOf(street, main.request, main.last())
  const token = () => main.token()
  /** Hours after the first morning after the last report. */
  const later = (hours: number) =>
    startOfDay(Math.max(...plans.map(({ at }) => at)) + day) + 9 * hour + hours * hour
  const counting = (at: number) => ({
    at,
    topicFrom: policies.duplicates.topicFrom,
    overseers: overseersOf(street, main.request, at),
  })
  /** What the newest event of the main one does to each that is dealt with in it. */
  const pass = (at: number) => {
    const n = main.request.events.length - 1
    const event = main.request.events[n]
    for (const other of others)
      if (event)
        other.do(at, request =>
          passOn(request, { main: main.request, event, token: `${main.request._id}-${n}`, at }, policies),
        )
  }
  const act = (at: number, decide: (request: Request) => Request) => {
    if (main.do(at, decide)) pass(at)
  }

  const { at: first, words } = plans[0]
  act(first + hour, request => acceptRequest(request, { by, at: first + hour, token: token() }, policies))
  const heard = { text: words[1], photos: [] }
  const soon = first + 1.4 * hour
  act(soon, request => replyToRequest(request, { by, at: soon, token: token() }, heard, policies))
  joiners.forEach((person, i) => {
    const at = first + (3 + 2 * i) * hour
    const joined = main.do(at, request => countJoined(request, i + 1, counting(at)))
    if (!joined) return
    main.followers.push(person._id)
    joins.push(newJoin(main.request._id, person, at, token()))
  })
  others.forEach((other, i) => {
    const at = later(i * 0.1)
    const why = group.others[i]?.why ?? ''
    const isMerged = other.do(at, request =>
      mergeRequest(request, { by, at, token: token() }, { main: main.request, text: why }, policies),
    )
    if (isMerged) main.do(at, request => sayWhenMany(takeIn(request, other.request, at), counting(at)))
  })
  const say = (at: number, text: string) =>
    act(at, request =>
      replyToRequest(request, { by, at, token: token() }, { text, photos: [], toMerged: true }, policies),
    )
  say(later(0.5), group.toAll)
  if (group.said) {
    const done = { text: words[2], photos: [], manner: plans[0].matter.manner }
    act(later(30), request => resolveRequest(request, { by, at: later(30), token: token() }, done, policies))
    ;[main, ...others].forEach((history, i) => {
      const solved = group.said?.[i]
      if (!solved || solved === 'silent') return
      const at = later(34) + i * 40 * minute
      history.do(at, request =>
        confirmRequest(
          request,
          { by: reporterOf(request), at, token: token() },
          {
            solved,
            satisfaction: solved === 'yes' ? 'good' : 'fair',
            text: solved === 'yes' ? '亮了，谢谢。' : '我这边还没亮。',
          },
          { ...policies, overseers: overseersOf(street, request, at) },
        ),
      )
    })
  }
  for (const history of [main, ...others]) history.wakeUntil(world.now)
  return { requests: [main, ...others].map(({ request }) => request), joins }
}
