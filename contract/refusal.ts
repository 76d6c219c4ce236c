import type { ErrorCode } from './errors'

/**
 * Something that was asked for and will not be done, with the sentence the person reads. Thrown where it is known,
 * in `domain/` and in the functions; caught once, where the reply is made.
 */
export class Refusal extends Error {
  readonly code: ErrorCode
  /** Dotted path of the input that is at fault. */
  readonly field?: string
  /** With `conflict`: the thing as it is now, in the shape of the action's output. */
  readonly current?: unknown

  constructor(code: ErrorCode, message: string, more: { field?: string; current?: unknown } = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.field = more.field
    this.current = more.current
  }
}
