import type { Value } from './value'

/** A value as error messages show it. */
export const told = (value: Value | undefined): string =>
  typeof value === 'string' ? `"${value}"` : JSON.stringify(value)

/** The name of a value's type as error messages give it. */
export const typeName = (value: Value | undefined): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  return typeof value === 'boolean' ? 'bool' : typeof value
}
