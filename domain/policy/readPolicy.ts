import type { PolicyKind } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import type * as z from '../../contract/zod'
import { tierPreset } from '../triage/tierPreset'
import { policyFault } from './policyFault'
import { calendarPolicy, deadlinePolicy, triagePolicy } from './policySchemas'

const schemas: Record<PolicyKind, z.ZodMiniType> = {
  triage: triagePolicy,
  tiers: tierPreset,
  deadline: deadlinePolicy,
  calendar: calendarPolicy,
}

/**
 * A policy from what its author wrote, under the id it would have. Throws `invalid` naming the place that does not fit, as
 * a field (`body.rules.3.because`) and in words, and why.
 */
export const readPolicy = (kind: PolicyKind, body: string, id: string): unknown => {
  const written = parsed(body)
  const result = schemas[kind].safeParse(kind === 'calendar' ? written : { ...written, id })
  if (result.success) return result.data
  const { path, message } = policyFault(kind, result.error.issues, written)
  const at = path.map(String).join('.')
  throw new Refusal('invalid', message, { field: at ? `body.${at}` : 'body' })
}

const parsed = (body: string): object => {
  let written: unknown
  try {
    written = JSON.parse(body)
  } catch (error) {
    throw new Refusal('invalid', `这不是一份完整的 JSON：${(error as Error).message}。`, { field: 'body' })
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    throw new Refusal('invalid', '这不是一份规则：最外面要是 { }。', { field: 'body' })
  const bad = badKey(written)
  if (bad !== undefined)
    throw new Refusal('invalid', `名字“${bad}”里不能有点号，也不能以 $ 开头。`, { field: 'body' })
  return written
}

/** A key that the database would not store. */
const badKey = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, below] of Object.entries(value)) {
    if (key.includes('.') || key.startsWith('$')) return key
    const bad = badKey(below)
    if (bad !== undefined) return bad
  }
  return undefined
}
