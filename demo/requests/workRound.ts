import type { Clock } from '../../domain/deadline/clock'
import { confirmRequest } from '../../domain/request/confirmRequest'
import {
  acceptRequest,
  type OfficerDoing,
  replyToRequest,
  resolveRequest,
} from '../../domain/request/handleRequest'
import type { Request } from '../../domain/request/request'
import { minute } from '../../domain/time/china'
import type { History } from './History'
import type { Planned, Round } from './planned'
import { fromHome, takeTurns } from './takeTurns'
import { confirmerOf, handlerOf, overseersOf, reporterOf } from './whoActs'

/** One round from acceptance to the reporter's word; false when it got no further than `stop`, `now` or the end. */
export const workRound = (history: History, round: Round): boolean => {
  const { request, planned, world } = history
  const { stop, words, note } = planned
  const { by, duty } = handlerOf(world.street, request, history.last())
  const { clocks } = request
  const doing = (at: number) => ({ by, at, token: history.token() })
  const reply = { text: words[1], photos: [] }
  const steps: [stage: Planned['stop'], step: () => boolean][] = [
    [
      'submitted',
      () =>
        history.do(history.soon(firstDue(clocks), round.accept, fromHome), (before, at) =>
          acceptRequest(before, doing(at), world.policies),
        ),
    ],
    [
      'accepted',
      () =>
        history.do(history.soon(clocks.reply, round.reply, fromHome), (before, at) =>
          replyToRequest(before, doing(at), reply, world.policies),
        ) &&
        add(history, note) &&
        takeTurns(history),
    ],
    [
      'inProgress',
      () =>
        history.request.status !== 'suspended' &&
        history.do(history.soon(history.request.clocks.resolve, round.resolve, duty), (before, at) =>
          resolve(history, before, doing(at)),
        ),
    ],
    ['resolved', () => hear(history, round)],
  ]
  return steps.every(([stage, step]) => stage !== stop && step())
}

/** Accepting comes before the first word, so it must be in time for both clocks. */
const firstDue = ({ accept, reply }: Request['clocks']): Clock | undefined =>
  accept && reply && reply.dueAt < accept.dueAt ? reply : accept

/** The reporter adds something while waiting. */
const add = (history: History, text: string | undefined): boolean => {
  if (!text) return true
  return history.do(history.last() + history.random.integer(30, 300) * minute, (request, at) =>
    replyToRequest(
      request,
      { by: reporterOf(request), at, token: history.token() },
      { text, photos: [] },
      history.world.policies,
    ),
  )
}

const resolve = ({ planned, random, world }: History, request: Request, doing: OfficerDoing): Request => {
  const { matter, words } = planned
  const photos = matter.scene && random.chance(0.6) ? world.album.uploads(doing.token, 1) : []
  const text = request.reopenedTimes > 0 ? `又去了一趟，把剩下的也弄好了。${words[2]}` : words[2]
  return resolveRequest(request, doing, { text, manner: matter.manner, photos }, world.policies)
}

/** The reporter's word; true when it opens another round. */
const hear = (history: History, { verdict, confirm }: Round): boolean => {
  if (verdict === 'silent') return false
  const { policies, street } = history.world
  const moment = history.moment(history.request.clocks.confirm, confirm)
  const by = confirmerOf(street, history.request, moment)
  if (!by) return false
  const heard = history.do(moment, (request, at) =>
    confirmRequest(request, { by, at, token: history.token() }, verdict, {
      ...policies,
      overseers: overseersOf(street, request, at),
    }),
  )
  return heard && history.request.status === 'reopened'
}
