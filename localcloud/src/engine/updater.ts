import { writeError } from '../serviceError'
import { changeAt, renameAt } from './changeAt'
import { sameValue } from './compare'
import type { Query } from './matcher'
import { stepsOf } from './positions'
import { type UpdateOperator, updateOperators } from './updateOperators'
import { clone, type Document, type Fields, isFields, type Value } from './value'

/** Operators, each with its fields. */
export type Update = Record<string, Fields>

interface Change {
  name: string
  /** Absent for `$rename`. */
  operator?: UpdateOperator
  path: string
  operand: Value
}

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
  const changes = Object.entries(update).flatMap(([name, fields]) => changesOf(name, fields))
  refuseConflicts(
    changes.flatMap(({ name, path, operand }) => (name === '$rename' ? [path, String(operand)] : [path])),
  )
  return before => {
    const document = clone(before) as Document
    for (const { name, operator, path, operand } of changes) {
      if (operator)
        for (const steps of stepsOf(document, path, query))
          changeAt(document, steps, value => operator(value, operand, { path, document: before, now }), name)
      else renameAt(document, path, operand)
    }
    if (!sameValue(document._id, before._id))
      throw writeError("Performing an update on the path '_id' would modify the immutable field '_id'")
    return document
  }
}

/** The changes that one operator asks for; `$setOnInsert` asks for none of a document that is there. */
const changesOf = (name: string, fields: unknown): Change[] => {
  if (!name.startsWith('$')) throw writeError('the update operation document must contain atomic operators')
  const operator = updateOperators[name]
  if (!operator && name !== '$rename' && name !== '$setOnInsert')
    throw writeError(`Unknown modifier: ${name}`)
  if (!isFields(fields)) throw writeError('Modifiers operate on fields but we found another type')
  if (!Object.keys(fields).length)
    throw writeError(`'${name}' is empty. You must specify a field like so: {${name}: {<field>: ...}}`)
  if (name === '$setOnInsert') return []
  return Object.entries(fields).map(([path, operand]) => ({
    name,
    ...(operator && { operator }),
    path,
    operand: operand as Value,
  }))
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
