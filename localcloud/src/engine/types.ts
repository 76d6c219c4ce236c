import { databaseError } from '../serviceError'
import { isFields, type Value } from './value'

const isInt = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value === (value | 0)
const isLong = (value: unknown) => typeof value === 'number' && Number.isSafeInteger(value) && !isInt(value)

const types: Record<string, (value: Value | undefined) => boolean> = {
  double: value => typeof value === 'number' && !Number.isSafeInteger(value),
  string: value => typeof value === 'string',
  object: isFields,
  array: Array.isArray,
  bool: value => typeof value === 'boolean',
  date: value => value instanceof Date,
  null: value => value === null,
  regex: value => value instanceof RegExp,
  int: isInt,
  long: isLong,
  number: value => typeof value === 'number',
  binData: () => false,
  objectId: () => false,
  undefined: () => false,
  timestamp: () => false,
  decimal: () => false,
  minKey: () => false,
  maxKey: () => false,
}

const typeNumbers: Record<number, string> = {
  [-1]: 'minKey',
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
}

/** The test for a BSON type by its name or number. */
export const typeTest = (asked: Value): ((value: Value | undefined) => boolean) => {
  const test = types[typeof asked === 'number' ? (typeNumbers[asked] ?? '') : String(asked)]
  if (!test) throw databaseError(`Unknown type name alias: ${JSON.stringify(asked)}`)
  return test
}
