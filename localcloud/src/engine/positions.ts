import { writeError } from '../serviceError'
import { compileQuery, type Query, valuesTest } from './matcher'
import { told } from './told'
import { type Document, isFields, isOperators, type Value, valuesAt } from './value'

/**
 * The paths that a path of an update stands for, each in steps: `$` is the first element that the query matched, `$[]`
 * stands for every element.
 */
export const stepsOf = (document: Document, path: string, query: Query): string[][] => {
  const steps = path.split('.')
  if (steps.some(step => step === ''))
    throw writeError(`The update path '${path}' contains an empty field name, which is not allowed.`)
  const at = steps.findIndex(step => step === '$' || step === '$[]')
  if (at < 0) return [steps]
  const before = steps.slice(0, at).join('.')
  const [list] = valuesAt(document as Value, before)
  const after = steps.slice(at + 1)
  const through = (position: number) =>
    stepsOf(document, [...steps.slice(0, at), String(position), ...after].join('.'), query)
  if (steps[at] === '$') {
    const position = Array.isArray(list) ? matchedPosition(list, before, query) : -1
    if (position < 0)
      throw writeError('The positional operator did not find the match needed from the query.')
    return through(position)
  }
  if (!Array.isArray(list))
    throw writeError(`Cannot apply array updates to non-array element ${steps[at - 1]}: ${told(list)}`)
  return list.flatMap((_, position) => through(position))
}

const matchedPosition = (list: Value[], path: string, query: Query): number => {
  for (const [field, asked] of flatten(query)) {
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

/** The conditions on fields, those inside `$and` too. */
const flatten = (query: Query): [string, Value | undefined][] =>
  Object.entries(query).flatMap(([field, asked]) =>
    field === '$and' && Array.isArray(asked)
      ? asked.flatMap(part => flatten(part as Query))
      : [[field, asked] as [string, Value]],
  )
