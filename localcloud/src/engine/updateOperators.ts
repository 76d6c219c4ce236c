import { writeError } from '../serviceError'
import { compareValues, sameValue } from './compare'
import { compileQuery, valuesTest } from './matcher'
import { eachOf, pushElements } from './pushElements'
import { told, typeName } from './told'
import { type Document, type Fields, isFields, isOperators, type Value } from './value'

/** Gives the new value of a field from the old one; `undefined` removes it. @throws when MongoDB refuses the change */
export type UpdateOperator = (
  value: Value | undefined,
  operand: Value,
  at: { path: string; document: Document; now: number },
) => Value | undefined

const arithmetic =
  (
    name: string,
    word: string,
    initial: (operand: number) => number,
    combine: (a: number, b: number) => number,
  ): UpdateOperator =>
  (value, operand, { path, document }) => {
    if (typeof operand !== 'number')
      throw writeError(`Cannot ${word} with non-numeric argument: {${path}: ${told(operand)}}`)
    if (value === undefined) return initial(operand)
    if (typeof value !== 'number')
      throw writeError(
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${told(document._id)}} has the field '${path.split('.').at(-1)}' of non-numeric type ${typeName(value)}`,
      )
    return combine(value, operand)
  }

/** The array an operator works on. */
const arrayAt = (value: Value | undefined, path: string, document: Document): Value[] => {
  if (!Array.isArray(value))
    throw writeError(
      `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${told(document._id)}}`,
    )
  return value
}

/** Elements that `$pull` takes out: those that match a condition, or the same value. */
const pullTest = (operand: Value): ((item: Value) => boolean) => {
  if (isOperators(operand) || operand instanceof RegExp) {
    const test = valuesTest(operand)
    return item => test([item])
  }
  if (isFields(operand)) {
    const test = compileQuery(operand)
    return item => isFields(item) && test(item as Document)
  }
  return item => sameValue(item, operand)
}

// In 64 bits, as the database does it: JavaScript's own operators cut to 32.
const bitOperations: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

/** The operators of updates by name; `$rename` moves fields and is not among them. */
export const updateOperators: Record<string, UpdateOperator> = {
  $set: (_value, operand) => operand,
  $unset: () => undefined,
  $inc: arithmetic(
    '$inc',
    'increment',
    operand => operand,
    (a, b) => a + b,
  ),
  $mul: arithmetic(
    '$mul',
    'multiply',
    () => 0,
    (a, b) => a * b,
  ),
  $min: (value, operand) => (value === undefined || compareValues(operand, value) < 0 ? operand : value),
  $max: (value, operand) => (value === undefined || compareValues(operand, value) > 0 ? operand : value),
  $currentDate: (_value, _operand, { now }) => new Date(now),
  $push: (value, operand, { path, document }) =>
    pushElements(value === undefined ? [] : arrayAt(value, path, document), operand),
  $addToSet: (value, operand, { path, document }) => {
    const list = value === undefined ? [] : [...arrayAt(value, path, document)]
    for (const item of eachOf(operand)) if (!list.some(known => sameValue(known, item))) list.push(item)
    return list
  },
  $pop: (value, operand, { path, document }) => {
    if (operand !== 1 && operand !== -1) throw writeError(`$pop expects 1 or -1, found: ${told(operand)}`)
    if (value === undefined) return undefined
    const list = arrayAt(value, path, document)
    return operand === 1 ? list.slice(0, -1) : list.slice(1)
  },
  $pull: (value, operand, { path, document }) => {
    if (value === undefined) return undefined
    const goes = pullTest(operand)
    return arrayAt(value, path, document).filter(item => !goes(item))
  },
  $pullAll: (value, operand, { path, document }) => {
    if (!Array.isArray(operand)) throw writeError('$pullAll requires an array argument')
    if (value === undefined) return undefined
    return arrayAt(value, path, document).filter(item => !operand.some(other => sameValue(item, other)))
  },
  $bit: (value, operand, { path }) => {
    if (value !== undefined && !Number.isSafeInteger(value))
      throw writeError(`Cannot apply $bit to a value of non-integral type: ${path}`)
    const result = Object.entries(operand as Fields).reduce(
      (bits, [operation, by]) => {
        const combine = bitOperations[operation]
        if (!combine || !Number.isSafeInteger(by))
          throw writeError(`The $bit modifier only supports 'and', 'or', and 'xor' of whole numbers`)
        return combine(bits, BigInt(by as number))
      },
      BigInt((value as number | undefined) ?? 0),
    )
    return Number(result)
  },
}
