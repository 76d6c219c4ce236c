import type { Environment } from '../environment'
import type { FaultPlan } from '../faults'
import type { Timers } from '../functions/timers'
import { Refused } from '../http'

type Change = (environment: Environment, body: Record<string, unknown>, timers: Timers) => unknown

/** What the console may change when it is allowed to, by name. */
export const changes: Record<string, Change | undefined> = {
  /** Runs a timer now. */
  timer: async (_environment, { function: fn, name }, timers) => {
    const timer = timers.all().find(known => known.fn === fn && known.trigger.name === name)
    if (!timer) throw new Refused(404, `${String(fn)} has no timer ${String(name)}`)
    const { result, invocation } = await timers.fire(timer.fn, timer.trigger.name)
    return { result: JSON.parse(result) as unknown, usage: invocation.usage }
  },

  /** Replaces what is to go wrong. */
  faults: ({ faults }, plan) => {
    try {
      faults.set(plan as Partial<FaultPlan>)
    } catch (error) {
      throw new Refused(400, (error as Error).message)
    }
    return { plan: faults.current }
  },

  /** Moves the clock. */
  clock: ({ clock }, { offset }) => {
    if (typeof offset !== 'number' || !Number.isFinite(offset))
      throw new Refused(400, 'offset is a number of ms')
    clock.offset = offset
    return { offset: clock.offset }
  },
}
