import { databaseError } from '../serviceError'
import { sameValue } from './compare'
import { typeTest } from './types'
import { type Fields, isFields, type Value } from './value'

type Test = (value: Value) => boolean

// Each keyword constrains values of its own type and lets all others pass.
// https://www.mongodb.com/docs/manual/reference/operator/query/jsonSchema/
const keywords: Record<string, (asked: Value, schema: Fields) => Test> = {
  bsonType: asked => anyType(asked),
  type: asked => anyType(Array.isArray(asked) ? asked.map(bsonName) : bsonName(asked)),
  enum: asked => value => (asked as Value[]).some(item => sameValue(item, value)),
  allOf: asked => every((asked as Fields[]).map(jsonSchemaTest)),
  anyOf: asked => {
    const tests = (asked as Fields[]).map(jsonSchemaTest)
    return value => tests.some(test => test(value))
  },
  oneOf: asked => {
    const tests = (asked as Fields[]).map(jsonSchemaTest)
    return value => tests.filter(test => test(value)).length === 1
  },
  not: asked => {
    const test = jsonSchemaTest(asked as Fields)
    return value => !test(value)
  },
  maximum: (asked, { exclusiveMaximum }) =>
    numbers(value => (exclusiveMaximum ? value < Number(asked) : value <= Number(asked))),
  minimum: (asked, { exclusiveMinimum }) =>
    numbers(value => (exclusiveMinimum ? value > Number(asked) : value >= Number(asked))),
  multipleOf: asked => numbers(value => value % Number(asked) === 0),
  maxLength: asked => strings(value => [...value].length <= Number(asked)),
  minLength: asked => strings(value => [...value].length >= Number(asked)),
  pattern: asked => {
    const expression = asked instanceof RegExp ? asked : new RegExp(String(asked), 'u')
    return strings(value => expression.test(value))
  },
  required: asked => objects(value => (asked as string[]).every(name => value[name] !== undefined)),
  maxProperties: asked => objects(value => Object.keys(value).length <= Number(asked)),
  minProperties: asked => objects(value => Object.keys(value).length >= Number(asked)),
  properties: asked => {
    const tests = Object.entries(asked as Fields).map(
      ([name, schema]) => [name, jsonSchemaTest(schema as Fields)] as const,
    )
    return objects(value =>
      tests.every(([name, test]) => value[name] === undefined || test(value[name] as Value)),
    )
  },
  patternProperties: asked => {
    const tests = Object.entries(asked as Fields).map(
      ([name, schema]) => [new RegExp(name, 'u'), jsonSchemaTest(schema as Fields)] as const,
    )
    return objects(value =>
      Object.entries(value).every(([name, item]) =>
        tests.every(([expression, test]) => !expression.test(name) || test(item as Value)),
      ),
    )
  },
  additionalProperties: (asked, { properties = {}, patternProperties = {} }) => {
    const known = new Set(Object.keys(properties as Fields))
    const patterns = Object.keys(patternProperties as Fields).map(name => new RegExp(name, 'u'))
    const test = typeof asked === 'boolean' ? () => asked : jsonSchemaTest(asked as Fields)
    return objects(value =>
      Object.entries(value).every(
        ([name, item]) =>
          known.has(name) || patterns.some(expression => expression.test(name)) || test(item as Value),
      ),
    )
  },
  dependencies: asked =>
    objects(value =>
      Object.entries(asked as Fields).every(
        ([name, needs]) =>
          value[name] === undefined ||
          (Array.isArray(needs)
            ? needs.every(need => value[String(need)] !== undefined)
            : jsonSchemaTest(needs as Fields)(value)),
      ),
    ),
  maxItems: asked => arrays(value => value.length <= Number(asked)),
  minItems: asked => arrays(value => value.length >= Number(asked)),
  uniqueItems: asked =>
    arrays(
      value => !asked || value.every((item, n) => !value.slice(0, n).some(other => sameValue(item, other))),
    ),
  items: (asked, { additionalItems }) => {
    if (!Array.isArray(asked)) {
      const test = jsonSchemaTest(asked as Fields)
      return arrays(value => value.every(test))
    }
    const tests = asked.map(schema => jsonSchemaTest(schema as Fields))
    const rest = isFields(additionalItems) ? jsonSchemaTest(additionalItems) : () => additionalItems !== false
    return arrays(value => value.every((item, n) => (tests[n] ?? rest)(item)))
  },
}

/** Words that say nothing by themselves. */
const silent = new Set(['title', 'description', 'exclusiveMaximum', 'exclusiveMinimum', 'additionalItems'])

/**
 * Compiles a schema as `$jsonSchema` takes it (draft 4 with `bsonType`) into a test.
 * @throws for a keyword the database does not know
 */
export const jsonSchemaTest = (schema: Fields): Test =>
  every(
    Object.entries(schema).flatMap(([name, asked]) => {
      if (silent.has(name)) return []
      const keyword = keywords[name]
      if (!keyword) throw databaseError(`Unknown $jsonSchema keyword: ${name}`)
      return [keyword(asked as Value, schema)]
    }),
  )

const every =
  (tests: Test[]): Test =>
  value =>
    tests.every(test => test(value))

const bsonName = (name: Value): Value => (name === 'boolean' ? 'bool' : name)

const anyType = (asked: Value): Test => {
  const tests = (Array.isArray(asked) ? asked : [asked]).map(typeTest)
  return value => tests.some(test => test(value))
}

const numbers =
  (test: (value: number) => boolean): Test =>
  value =>
    typeof value !== 'number' || test(value)
const strings =
  (test: (value: string) => boolean): Test =>
  value =>
    typeof value !== 'string' || test(value)
const arrays =
  (test: (value: Value[]) => boolean): Test =>
  value =>
    !Array.isArray(value) || test(value)
const objects =
  (test: (value: Fields) => boolean): Test =>
  value =>
    !isFields(value) || test(value)
