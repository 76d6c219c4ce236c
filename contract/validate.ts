import { type Fault, faultSentence } from './sentences'
import * as z from './zod'

export type Validated<T> = { ok: true; data: T } | { ok: false; field: string; message: string }

/**
 * Checks an input against an action's schema, on the phone before sending and in the cloud always.
 * A refusal names the first field at fault (dotted path; `''` for the whole) and says how to mend it.
 */
export const validate = <S extends z.core.$ZodType>(schema: S, input: unknown): Validated<z.output<S>> => {
  const result = z.safeParse(schema, input)
  if (result.success) return { ok: true, data: result.data }
  const issue = result.error.issues[0]
  if (!issue) throw new Error('zod refused without saying why')
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path
  const field = path.map(String).join('.')
  return { ok: false, field, message: faultSentence(field, faultOf(issue, input), limitOf(issue)) }
}

const faultOf = (issue: z.core.$ZodIssue, input: unknown): Fault => {
  // A number out of bounds is not too short but simply wrong.
  if ('origin' in issue && (issue.origin === 'number' || issue.origin === 'int')) return 'wrong'
  if (issue.code === 'too_small') return 'tooShort'
  if (issue.code === 'too_big') return 'tooLong'
  return valueAt(input, issue.path) === undefined ? 'missing' : 'wrong'
}

const limitOf = (issue: z.core.$ZodIssue) =>
  issue.code === 'too_small'
    ? Number(issue.minimum)
    : issue.code === 'too_big'
      ? Number(issue.maximum)
      : undefined

const valueAt = (input: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], input)
