import { writeError } from '../serviceError'
import { compareValues, sameValue } from './compare'
import { compileQuery, type Query, valuesTest } from './matcher'
import { sortDocuments, type Order } from './sortDocuments'
import { clone, type Document, type Fields, isFields, isOperators, type Value, valuesAt } from './value'

/** Operators, each with its fields. */
export type Update = Record<string, Fields>

interface Change {
  operator: Operator
  name: string
  path: string
  operand: Value
}

/** Gives the new value of a field from the old one; `undefined` removes it. */
type Operator = (
  value: Value | undefined,
  operand: Value,
  at: { path: string; document: Document; now: number },
) => Value | undefined

/**
 * Compiles update operators into a change of documents, which leaves the document handed in as it was. What MongoDB
 * refuses is refused: empty operators, two changes of one path, arithmetic on anything but numbers, paths through
 * scalars, a change of `_id`.
 * @param query the query that found the document, for the position of `$` in a path
 */
export const compileUpdate = (
  update: Update,
  query: Query,
  now: number,
): ((document: Document) => Document) => {
  const changes = Object.entries(update).flatMap(([name, fields]) => {
    if (!name.startsWith('$')) throw writeError(`the update operation document must contain atomic operators`)
    const operator = operators[name]
    if (!operator && name !== '$rename' && name !== '$setOnInsert')
      throw writeError(`Unknown modifier: ${name}`)
    if (!isFields(fields)) throw writeError(`Modifiers operate on fields but we found another type`)
    if (!Object.keys(fields).length)
      throw writeError(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`)
    if (name === '$setOnInsert') return []
    return Object.entries(fields).map(([path, operand]): Change => ({
      operator: operator ?? (operators.$set as Operator),
      name,
      path,
      operand: operand as Value,
    }))
  })
  refuseConflicts(
    changes.flatMap(({ name, path, operand }) => (name === '$rename' ? [path, String(operand)] : [path])),
  )
  return before => {
    const document = clone(before) as Document
    for (const { operator, name, path, operand } of changes) {
      if (name === '$rename') rename(document, path, operand)
      else {
        for (const steps of stepsOf(document, path, query))
          apply(document, steps, value => operator(value, operand, { path, document: before, now }), name)
      }
    }
    if (!sameValue(document._id, before._id))
      throw writeError("Performing an update on the path '_id' would modify the immutable field '_id'")
    return document
  }
}

const refuseConflicts = (paths: string[]): void => {
  for (const [n, path] of paths.entries()) {
    for (const other of paths.slice(0, n)) {
      const [short, long] = path.length < other.length ? [path, other] : [other, path]
      if (long === short || long.startsWith(`${short}.`))
        throw writeError(`Updating the path '${path}' would create a conflict at '${short}'`)
    }
  }
}

/** The path in steps; `$` is the first element the query matched, `$[]` stands for every element. */
const stepsOf = (document: Document, path: string, query: Query): string[][] => {
  const steps = path.split('.')
  if (steps.some(step => step === ''))
    throw writeError(`The update path '${path}' contains an empty field name, which is not allowed.`)
  const at = steps.findIndex(step => step === '$' || step === '$[]')
  if (at < 0) return [steps]
  const [list] = valuesAt(document as Value, steps.slice(0, at).join('.'))
  const rest = steps.slice(at + 1)
  if (steps[at] === '$') {
    const position = Array.isArray(list) ? matchedPosition(list, steps.slice(0, at).join('.'), query) : -1
    if (position < 0)
      throw writeError('The positional operator did not find the match needed from the query.')
    return stepsOf(document, [...steps.slice(0, at), String(position), ...rest].join('.'), query)
  }
  if (!Array.isArray(list))
    throw writeError(
      `Cannot apply array updates to non-array element ${steps[at - 1]}: ${JSON.stringify(list)}`,
    )
  return list.flatMap((_, n) =>
    stepsOf(document, [...steps.slice(0, at), String(n), ...rest].join('.'), query),
  )
}

const matchedPosition = (list: Value[], path: string, query: Query): number => {
  const conditions = flatten(query)
  for (const [field, asked] of conditions) {
    if (field === path) {
      const inner = isFields(asked) && isFields(asked.$elemMatch) ? asked.$elemMatch : undefined
      const test = inner && !isOperators(inner) ? compileQuery(inner) : undefined
      const values = valuesTest(inner ?? asked)
      const found = list.findIndex(item => (test ? isFields(item) && test(item as Document) : values([item])))
      if (found >= 0) return found
    } else if (field.startsWith(`${path}.`)) {
      const test = compileQuery({ [field.slice(path.length + 1)]: asked })
      const found = list.findIndex(item => isFields(item) && test(item as Document))
      if (found >= 0) return found
    }
  }
  return -1
}

const flatten = (query: Query): [string, Value | undefined][] =>
  Object.entries(query).flatMap(([field, asked]) =>
    field === '$and' && Array.isArray(asked)
      ? asked.flatMap(part => flatten(part as Query))
      : [[field, asked] as [string, Value]],
  )

/** Changes the value at the end of a path, making documents on the way where the operator may. */
const apply = (
  document: Fields,
  steps: string[],
  change: (value: Value | undefined) => Value | undefined,
  name: string,
): void => {
  let holder: Fields | Value[] = document
  for (const [n, step] of steps.entries()) {
    const isLast = n === steps.length - 1
    const key: string | undefined = Array.isArray(holder) ? elementOf(holder, step, steps[n - 1], name) : step
    if (key === undefined) return
    const value: Value | undefined = (holder as Fields)[key]
    if (isLast) {
      const next = change(value)
      if (next === undefined) removeFrom(holder, key)
      else if (Array.isArray(holder)) setElement(holder, Number(key), next)
      else holder[key] = next
      return
    }
    if (value === undefined) {
      if (removes.has(name)) return
      const made: Fields = {}
      if (Array.isArray(holder)) setElement(holder, Number(key), made)
      else holder[key] = made
      holder = made
    } else if (isFields(value) || Array.isArray(value)) holder = value
    else {
      if (removes.has(name)) return
      throw writeError(`Cannot create field '${steps[n + 1]}' in element {${step}: ${told(value)}}`)
    }
  }
}

/** Operators that leave a document as it is when their path leads nowhere. */
const removes = new Set(['$unset', '$pop', '$pull', '$pullAll'])

const elementOf = (
  list: Value[],
  step: string,
  name: string | undefined,
  operator: string,
): string | undefined => {
  if (/^\d+$/.test(step)) return step
  if (removes.has(operator)) return undefined
  throw writeError(`Cannot create field '${step}' in element {${name}: ${told(list)}}`)
}

const setElement = (list: Value[], position: number, value: Value): void => {
  if (position > list.length + 1_500_000) throw writeError(`Cannot backfill an array to ${position} elements`)
  while (list.length < position) list.push(null)
  list[position] = value
}

// Removing an element of an array leaves a null in its place.
const removeFrom = (holder: Fields | Value[], key: string): void => {
  if (!Array.isArray(holder)) delete holder[key]
  else if (Number(key) < holder.length) holder[Number(key)] = null
}

const told = (value: Value | undefined): string =>
  typeof value === 'string' ? `"${value}"` : JSON.stringify(value)

const rename = (document: Document, from: string, operand: Value): void => {
  if (typeof operand !== 'string')
    throw writeError(`The 'to' field for $rename must be a string: ${from}: ${told(operand)}`)
  const source = from.split('.')
  const parent = source.slice(0, -1).reduce<Value | undefined>((value, step) => {
    if (Array.isArray(value))
      throw writeError(`The source field for $rename may not be dynamic or inside an array: ${from}`)
    return isFields(value) ? value[step] : undefined
  }, document as Value)
  const key = source.at(-1) as string
  if (!isFields(parent) || parent[key] === undefined) return
  const value = parent[key]
  delete parent[key]
  apply(document, operand.split('.'), () => value, '$rename')
}

const typeName = (value: Value | undefined): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  return typeof value === 'boolean' ? 'bool' : typeof value
}

const arithmetic =
  (
    name: string,
    word: string,
    initial: (operand: number) => number,
    combine: (a: number, b: number) => number,
  ): Operator =>
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

/** The array an operator works on; a missing one is empty, or `undefined` where the operator then does nothing. */
const arrayAt = (value: Value | undefined, path: string, document: Document): Value[] => {
  if (!Array.isArray(value))
    throw writeError(
      `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${told(document._id)}}`,
    )
  return value
}

/** `{$each: [...]}` names several elements, anything else is one. */
const eachOf = (operand: Value): Value[] => {
  if (!isFields(operand) || operand.$each === undefined) return [operand]
  if (!Array.isArray(operand.$each)) throw writeError('The argument to $each must be an array')
  return operand.$each
}

const operators: Record<string, Operator> = {
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
  $push: (value, operand, { path, document }) => {
    const list = value === undefined ? [] : arrayAt(value, path, document)
    return pushed(list, operand)
  },
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
    if (value !== undefined && !(typeof value === 'number' && Number.isInteger(value)))
      throw writeError(`Cannot apply $bit to a value of non-integral type: ${path}`)
    return Object.entries(operand as Fields).reduce(
      (result, [operation, by]) => {
        const combine = bitOperations[operation]
        if (!combine || typeof by !== 'number')
          throw writeError(`The $bit modifier only supports 'and', 'or', and 'xor'`)
        return combine(result, by)
      },
      (value as number | undefined) ?? 0,
    )
  },
}

const bitOperations: Record<string, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
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

const pushed = (list: Value[], operand: Value): Value[] => {
  const items = eachOf(operand)
  const { $position, $sort, $slice } =
    isFields(operand) && operand.$each !== undefined ? operand : ({} as Fields)
  const at =
    typeof $position === 'number'
      ? $position < 0
        ? Math.max(0, list.length + $position)
        : $position
      : list.length
  let all = [...list.slice(0, at), ...items, ...list.slice(at)]
  if ($sort !== undefined && $sort !== null) all = sorted(all, $sort)
  if (typeof $slice === 'number') all = $slice < 0 ? all.slice($slice) : all.slice(0, $slice)
  return all
}

const sorted = (list: Value[], by: Value): Value[] =>
  isFields(by)
    ? sortDocuments(list, Object.entries(by) as Order, item => (isFields(item) ? item : {}) as Document)
    : [...list].sort((a, b) => compareValues(a, b) * Number(by))
