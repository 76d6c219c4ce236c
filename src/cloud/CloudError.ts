import type { ErrorCode } from '../../contract/errors'

/** What a screen learns when an action did not work; `message` is a sentence for the person. */
export class CloudError extends Error {
  constructor(
    readonly code: ErrorCode | 'offline',
    message: string,
    /** Dotted path of the input that is at fault. */
    readonly field?: string,
    /** With `conflict`: the answer as it would be now. */
    readonly current?: unknown,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}
