import { setTimeout as sleep } from 'node:timers/promises'
import { DocumentBusy } from '../engine/transaction'
import { ServiceError } from '../serviceError'

/** How long a write waits for the transaction that holds its document. */
const lockWaitMs = 10_000

/**
 * A write outside of transactions waits for the transaction that holds its document, as it does in the service.
 * @throws `DATABASE_REQUEST_FAILED` when that takes too long
 */
export const patiently = async <T>(work: () => T): Promise<T> => {
  const deadline = Date.now() + lockWaitMs
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof DocumentBusy)) throw error
      const left = deadline - Date.now()
      if (left <= 0)
        throw new ServiceError(
          'DATABASE_REQUEST_FAILED',
          '[ResourceUnavailable.TransactionBusy] Transaction is busy.',
        )
      await Promise.race([error.ended, sleep(left, undefined, { ref: false })])
    }
  }
}
