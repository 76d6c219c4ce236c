import { writeError } from '../serviceError'
import { told } from './told'
import { type Fields, isFields, type Value } from './value'

/** Operators that leave a document as it is when their path leads nowhere. */
const makeNothing = new Set(['$unset', '$pop', '$pull', '$pullAll'])

/** Nobody means to make an array so long by naming one element. https://www.mongodb.com/docs/manual/reference/limits/ */
const gapMost = 1_500_000

/**
 * Changes the value at the end of a path in place, making documents on the way where the operator may.
 * @param change gives the new value; `undefined` removes the field
 * @throws the database's error when the path leads through a value that has no members
 */
export const changeAt = (
  document: Fields,
  steps: string[],
  change: (value: Value | undefined) => Value | undefined,
  operator: string,
): void => {
  let holder: Fields | Value[] = document
  for (const [n, step] of steps.entries()) {
    const key: string | undefined = Array.isArray(holder)
      ? elementOf(holder, step, steps[n - 1], operator)
      : step
    if (key === undefined) return
    const value = memberOf(holder, key)
    if (n === steps.length - 1) {
      const next = change(value)
      if (next === undefined) removeFrom(holder, key)
      else setIn(holder, key, next)
      return
    }
    if (value === undefined) {
      if (makeNothing.has(operator)) return
      const made: Fields = {}
      setIn(holder, key, made)
      holder = made
    } else if (isFields(value) || Array.isArray(value)) holder = value
    else {
      if (makeNothing.has(operator)) return
      throw writeError(`Cannot create field '${steps[n + 1]}' in element {${step}: ${told(value)}}`)
    }
  }
}

/** `$rename`: takes a field away from one path and puts it at another. Neither may lead through an array. */
export const renameAt = (document: Fields, from: string, to: Value): void => {
  if (typeof to !== 'string')
    throw writeError(`The 'to' field for $rename must be a string: ${from}: ${told(to)}`)
  const source = from.split('.')
  const parent = holderAt(document, source, 'source', from)
  const key = source.at(-1) as string
  const value = parent && memberOf(parent, key)
  if (!parent || value === undefined) return
  const target = to.split('.')
  holderAt(document, target, 'destination', to)
  delete parent[key]
  changeAt(document, target, () => value, '$rename')
}

const holderAt = (document: Fields, steps: string[], which: string, path: string): Fields | undefined => {
  let holder: Value | undefined = document
  for (const step of steps.slice(0, -1)) {
    holder = isFields(holder) ? memberOf(holder, step) : undefined
    if (Array.isArray(holder))
      throw writeError(`The ${which} field for $rename may not be inside an array: ${path}`)
  }
  return isFields(holder) ? holder : undefined
}

/** A member that is the value's own: every object has a `constructor` that nobody stored. */
const memberOf = (holder: Fields | Value[], key: string): Value | undefined =>
  Object.hasOwn(holder, key) ? (holder as Fields)[key] : undefined

const elementOf = (
  list: Value[],
  step: string,
  name: string | undefined,
  operator: string,
): string | undefined => {
  if (/^\d+$/.test(step)) return step
  if (makeNothing.has(operator)) return undefined
  throw writeError(`Cannot create field '${step}' in element {${name}: ${told(list)}}`)
}

const setIn = (holder: Fields | Value[], key: string, value: Value): void => {
  if (!Array.isArray(holder)) {
    holder[key] = value
    return
  }
  const position = Number(key)
  if (position > holder.length + gapMost) throw writeError(`Cannot backfill an array to ${position} elements`)
  while (holder.length < position) holder.push(null)
  holder[position] = value
}

// Removing an element of an array leaves a null in its place.
const removeFrom = (holder: Fields | Value[], key: string): void => {
  if (!Array.isArray(holder)) delete holder[key]
  else if (Number(key) < holder.length) holder[Number(key)] = null
}
