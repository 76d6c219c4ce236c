import { isDeepStrictEqual } from 'node:util'
import type { Case } from './case'

/** What came of a case: a value, or an error. */
export interface Outcome {
  value?: unknown
  error?: { errCode?: unknown; code?: unknown; errMsg?: unknown; message?: unknown }
}

/** Where an outcome differs from what a case says, in words; undefined when it does not. */
export const differenceOf = ({ then, fails }: Case, { value, error }: Outcome): string | undefined => {
  if (!fails) {
    if (error) return `failed: ${JSON.stringify(error)}`
    return differs(then, plain(value), '')
  }
  if (!error) return `did not fail, but gave ${JSON.stringify(plain(value))}`
  for (const member of ['errCode', 'code'] as const)
    if (fails[member] !== undefined && fails[member] !== error[member])
      return `${member} is ${String(error[member])}, not ${fails[member]} (${String(error.errMsg ?? error.message)})`
  const said = String(error.errMsg ?? error.message)
  return fails.says && !fails.says.test(said) ? `says ${JSON.stringify(said)}, not ${fails.says}` : undefined
}

/** Results as JSON would carry them, but with dates; classes of the SDK become what they stand for. */
const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const given = value as { toJSON?: () => unknown }
  if (given.toJSON) return plain(given.toJSON())
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]))
}

const differs = (wanted: unknown, got: unknown, path: string): string | undefined => {
  const at = path ? ` at ${path.slice(1)}` : ''
  const differ = (what: string) => `gave ${show(got)}${at}, not ${what}`
  if (typeof wanted === 'function') return wanted(got) === true ? undefined : differ(`what ${wanted} allows`)
  if (wanted instanceof RegExp)
    return typeof got === 'string' && wanted.test(got) ? undefined : differ(String(wanted))
  if (Array.isArray(wanted)) {
    if (!Array.isArray(got) || got.length !== wanted.length) return differ(show(wanted))
    return first(wanted.map((item, n) => differs(item, got[n], `${path}.${n}`)))
  }
  if (typeof wanted !== 'object' || wanted === null || wanted instanceof Date)
    return isDeepStrictEqual(wanted, got) ? undefined : differ(show(wanted))
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return differ(show(wanted))
  const names = Object.keys(got).filter(name => (got as Record<string, unknown>)[name] !== undefined)
  const surplus = names.filter(name => !(name in wanted))
  if (surplus.length) return `gave ${surplus.join(', ')} too${at}: ${show(got)}`
  return first(
    Object.entries(wanted).map(([name, item]) =>
      differs(item, (got as Record<string, unknown>)[name], `${path}.${name}`),
    ),
  )
}

const first = (differences: (string | undefined)[]): string | undefined =>
  differences.find(difference => difference !== undefined)

const show = (value: unknown): string =>
  JSON.stringify(value, (_name, item: unknown) => (item instanceof RegExp ? String(item) : item)) ??
  'undefined'
