/** A value as documents hold it: JSON, and `Date`, `RegExp`. */
export type Value =
  null | boolean | number | string | Date | RegExp | Value[] | { [key: string]: Value | undefined }

/** An embedded document. */
export type Fields = { [key: string]: Value | undefined }

/** A stored document. */
export interface Document {
  _id: string | number
  [key: string]: Value | undefined
}

/** An embedded document: no array, date or regular expression. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

/** An object whose first member is an operator, such as `{$gt: 1}`. */
export const isOperators = (value: unknown): value is Fields => {
  if (!isFields(value)) return false
  for (const key in value) return key.startsWith('$')
  return false
}

/** A copy that shares nothing with the original. */
export const clone = <T extends Value | undefined>(value: T): T => {
  if (value === null || typeof value !== 'object' || value instanceof RegExp) return value
  if (value instanceof Date) return new Date(value.getTime()) as T
  if (Array.isArray(value)) return value.map(item => clone(item)) as T
  const copy: Fields = {}
  for (const key in value) copy[key] = clone((value as Fields)[key])
  return copy as T
}

/**
 * The values at a dotted path as MongoDB walks it: through arrays of documents there may be several, a number names
 * an element too, and a path that leads nowhere gives `undefined` (or nothing, from an array without documents).
 */
export const valuesAt = (value: Value | undefined, path: string): (Value | undefined)[] => {
  if (!path.includes('.')) return isFields(value) && Object.hasOwn(value, path) ? [value[path]] : [undefined]
  const found: (Value | undefined)[] = []
  walk(value, path.split('.'), 0, found)
  return found
}

const walk = (value: Value | undefined, steps: string[], n: number, found: (Value | undefined)[]): void => {
  if (n === steps.length) {
    found.push(value)
    return
  }
  const step = steps[n] as string
  if (Array.isArray(value)) {
    if (/^\d+$/.test(step) && Number(step) < value.length) walk(value[Number(step)], steps, n + 1, found)
    for (const item of value) if (isFields(item)) walk(item, steps, n, found)
  } else if (isFields(value)) {
    if (Object.hasOwn(value, step)) walk(value[step], steps, n + 1, found)
    else found.push(undefined)
  } else found.push(undefined)
}

/** The value at a dotted path through embedded documents alone; undefined where it leads nowhere. */
export const memberAt = (fields: Fields, path: string): Value | undefined =>
  path
    .split('.')
    .reduce<Value | undefined>((value, step) => (isFields(value) ? value[step] : undefined), fields)
