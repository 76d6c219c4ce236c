import { Refusal } from '../../contract/refusal'
import type { Post } from '../../domain/account/post'
import type { OfficerDoing } from '../../domain/request/handleRequest'
import { hour, minute } from '../../domain/time/china'
import { atWork } from './atWork'
import { chanceTurns } from './chanceTurns'
import type { History } from './History'
import type { Turn } from './turn'
import { turns } from './turns'
import { handlerOf, overseerOf, overseersOf, reporterOf } from './whoActs'

/** What is done on the phone is done on days off too; what needs a visit waits for service hours. */
export const fromHome: Post['duty'] = { days: [1, 2, 3, 4, 5, 6, 7], from: 8 * 60, to: 22 * 60 }

/** What happens between the first word and the end of the first round; false when it lies in the future. */
export const takeTurns = (history: History): boolean => {
  const { request, planned, random, world } = history
  if (request.reopenedTimes > 0 || planned.planted) return true
  // What was planned must be possible; what chance wants may be too late by now.
  if (planned.turns) return planned.turns.every(turn => take(history, turn))
  return chanceTurns(random.branch('turns'), request, planned.matter, world.policies).every(turn =>
    orSkip(() => take(history, turn)),
  )
}

const take = (history: History, turn: Turn): boolean => {
  const { random, world } = history
  const { street, policies } = world
  const { by, decide } = turns[turn.move]
  const soonest = history.last() + turn.after * hour + random.integer(1, 20) * minute
  const at = by === 'reporter' ? soonest : atWork(fromHome, soonest, random.integer(3, 40) * minute)
  return history.do(at, (request, now) => {
    const who = {
      reporter: () => reporterOf(request),
      handler: () => handlerOf(street, request, history.last()).by,
      overseer: () => overseerOf(street, request, at),
    }
    const doing = { by: who[by]() as OfficerDoing['by'], at: now, token: history.token() }
    return decide(request, doing, turn, {
      ...policies,
      posts: street.posts(request.areaIds, now),
      overseers: overseersOf(street, request, now),
    })
  })
}

/** What is not possible now does not happen, and what comes after it goes on. */
const orSkip = (step: () => boolean): boolean => {
  try {
    return step()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'wrongState') return true
    throw error
  }
}
