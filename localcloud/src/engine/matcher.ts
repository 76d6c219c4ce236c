import { databaseError } from '../serviceError'
import { comparisons, equals, not, type Operator, pattern, type ValuesTest } from './comparisons'
import { expressionTest } from './expressions'
import { jsonSchemaTest } from './jsonSchema'
import { type Document, type Fields, isFields, isOperators, type Value, valuesAt } from './value'

/** A query, decoded. */
export type Query = Record<string, Value | undefined>

/** Whether a document matches. */
export type Test = (document: Document) => boolean

/**
 * Compiles a query into a test, by MongoDB's rules: comparisons stay within a type, null finds missing fields, an
 * array matches when one of its elements does.
 * @throws for an operator or operand the database does not take
 */
export const compileQuery = (query: Query, variables?: unknown): Test => {
  const tests = Object.entries(query).map(([key, asked]): Test => {
    if (!key.startsWith('$')) {
      const test = valuesTest(asked)
      return document => test(valuesAt(document, key))
    }
    const part = whole[key]
    if (!part) throw databaseError(`unknown top level operator: ${key}`)
    return part(asked as Value, variables)
  })
  const [only] = tests
  return tests.length === 1 && only ? only : document => tests.every(test => test(document))
}

const listOf = (asked: Value, name: string): Value[] => {
  if (!Array.isArray(asked) || !asked.length) throw databaseError(`${name} must be a nonempty array`)
  return asked
}

const parts = (asked: Value, name: string, variables: unknown): Test[] =>
  listOf(asked, name).map(part => {
    if (!isFields(part)) throw databaseError(`${name} entries need to be full objects`)
    return compileQuery(part, variables)
  })

const whole: Record<string, (asked: Value, variables: unknown) => Test> = {
  $and: (asked, variables) => {
    const tests = parts(asked, '$and', variables)
    return document => tests.every(test => test(document))
  },
  $or: (asked, variables) => {
    const tests = parts(asked, '$or', variables)
    return document => tests.some(test => test(document))
  },
  $nor: (asked, variables) => {
    const tests = parts(asked, '$nor', variables)
    return document => !tests.some(test => test(document))
  },
  $expr: (asked, variables) => expressionTest(asked, variables),
  $jsonSchema: asked => {
    const test = jsonSchemaTest(asked as Fields)
    return document => test(document as Value)
  },
  $comment: () => () => true,
}

/** The test for what a query asks of one field: a value, or operators. */
export const valuesTest = (asked: Value | undefined): ValuesTest => {
  if (asked instanceof RegExp) return pattern(asked)
  if (!isOperators(asked)) return equals(asked)
  const tests = Object.entries(asked).map(([name, operand]): ValuesTest => {
    const operator = name.startsWith('$') && (comparisons[name] ?? nesting[name])
    if (!operator) throw databaseError(`unknown operator: ${name}`)
    return operator(operand as Value, asked)
  })
  const [only] = tests
  return tests.length === 1 && only
    ? only
    : (values, isElement) => tests.every(test => test(values, isElement))
}

/** Whether an element of an array matches: a condition on its value, or a query on its members. */
export const elementTest = (asked: Value): ((element: Value) => boolean) => {
  if (!isFields(asked)) throw databaseError('$elemMatch needs an Object')
  const [first = ''] = Object.keys(asked)
  if (first.startsWith('$') && !(first in whole)) {
    const test = valuesTest(asked)
    return element => test([element], true)
  }
  const test = compileQuery(asked)
  return element => (isFields(element) || Array.isArray(element)) && test(element as unknown as Document)
}

/** Operators with conditions inside. */
const nesting: Record<string, Operator> = {
  $not: asked => {
    if (!(asked instanceof RegExp) && !isOperators(asked))
      throw databaseError('$not needs a regex or a document')
    return not(valuesTest(asked))
  },
  $all: asked => {
    if (!Array.isArray(asked)) throw databaseError('$all needs an array')
    const tests = asked.map(item =>
      isOperators(item) ? valuesTest(item) : item instanceof RegExp ? pattern(item) : equals(item),
    )
    return (values, isElement) => tests.length > 0 && tests.every(test => test(values, isElement))
  },
  $elemMatch: asked => {
    const test = elementTest(asked)
    return values => values.some(value => Array.isArray(value) && value.some(test))
  },
}
