import type { Request } from '../../domain/request/request'
import { History } from './History'
import type { Planned } from './planned'
import { workRound } from './workRound'
import type { World } from './world'

/**
 * Lets one planned request happen: every step is the domain's own decision, made at its time, with the clock function
 * waking the request in between as it does once a minute. What would lie after `now` does not happen.
 */
export const replay = (world: World, planned: Planned, index: number): Request => {
  const history = new History(world, planned, world.random.branch(String(index)))
  for (const round of planned.rounds) {
    if (!workRound(history, round)) break
  }
  history.wakeUntil(world.now)
  return history.request
}
