import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from './environment'
import { ServiceError } from './serviceError'

/** The work is done, and the reply is not to arrive. */
export class Dropped extends Error {
  constructor(action: string) {
    super(`the reply to ${action} is dropped on request`)
    this.name = 'Dropped'
  }
}

/**
 * Does work of an action together with what is to go wrong with it.
 * @throws the rule's error without having done it; Dropped when it is done and nobody is to know
 */
export const underFaults = async <T>(
  { faults, clock }: Environment,
  action: string,
  work: () => Promise<T>,
): Promise<T> => {
  const fault = faults.next(action)
  if (!fault) return work()
  if (fault.clockJumpMs) clock.offset += fault.clockJumpMs
  if (fault.delayMs) await sleep(fault.delayMs)
  if (fault.code) throw new ServiceError(fault.code, `[InjectedFault] ${action} fails on request`)
  if (fault.duplicate) await work().catch(() => undefined)
  const answer = await work()
  if (fault.drop) throw new Dropped(action)
  return answer
}
