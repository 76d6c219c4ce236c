import { writeError } from '../serviceError'
import { compareValues } from './compare'
import { sortDocuments, type Order } from './sortDocuments'
import { told } from './told'
import { type Document, type Fields, isFields, type Value } from './value'

/** The elements that `$push` and `$addToSet` name: `{$each: [...]}` names several, anything else is one. */
export const eachOf = (operand: Value): Value[] => {
  if (!isFields(operand) || operand.$each === undefined) return [operand]
  if (!Array.isArray(operand.$each)) throw writeError('The argument to $each must be an array')
  return operand.$each
}

/** What `$push` makes of an array: elements put in at a position, then sorted, then cut. */
export const pushElements = (list: Value[], operand: Value): Value[] => {
  const items = eachOf(operand)
  const modifiers: Fields = isFields(operand) && operand.$each !== undefined ? operand : {}
  for (const name of Object.keys(modifiers))
    if (!known.has(name)) throw writeError(`Unrecognized clause in $push: ${name}`)
  const { $position, $sort, $slice } = modifiers
  const at = $position === undefined ? list.length : wholeNumber('$position', $position)
  const from = at < 0 ? Math.max(0, list.length + at) : at
  const all = [...list.slice(0, from), ...items, ...list.slice(from)]
  return cut(sorted(all, $sort), $slice)
}

const known = new Set(['$each', '$position', '$sort', '$slice'])

const wholeNumber = (name: string, value: Value): number => {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw writeError(`The value for ${name} must be an integer value, not of type: ${told(value)}`)
  return value
}

const sorted = (list: Value[], by: Value | undefined): Value[] => {
  if (by === undefined) return list
  if (isFields(by)) {
    for (const direction of Object.values(by)) refuseDirection(direction)
    return sortDocuments(list, Object.entries(by) as Order, item => (isFields(item) ? item : {}) as Document)
  }
  refuseDirection(by)
  return [...list].sort((a, b) => compareValues(a, b) * Number(by))
}

const refuseDirection = (direction: Value | undefined): void => {
  if (direction !== 1 && direction !== -1)
    throw writeError(`The $sort element value must be either 1 or -1, not ${told(direction)}`)
}

const cut = (list: Value[], slice: Value | undefined): Value[] => {
  if (slice === undefined) return list
  const length = wholeNumber('$slice', slice)
  return length < 0 ? list.slice(length) : list.slice(0, length)
}
