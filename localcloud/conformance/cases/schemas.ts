import { aggregates, type Case, type Doc, finds } from '../case'

const documents: Doc[] = [
  { _id: 'a', n: 5, s: 'text', l: [1, 2], o: { p: 1 } },
  { _id: 'b', n: 5.5, s: 'longer text', l: [1, 'x'], o: { p: 'x', q: 1 } },
  { _id: 'c', n: 'x', l: [] },
  { _id: 'd', n: 12, s: null, o: {}, at: new Date(0), ok: true },
]
const find = finds('schema', documents)
const has = (name: string, schema: Doc, ids: string[]): Case =>
  find(name, ({ _ }) => _.jsonSchema(schema), ids)
const of = (name: string, field: string, schema: Doc, ids: string[]): Case =>
  has(name, { properties: { [field]: schema } }, ids)

export const schemas: Case[] = [
  has('required', { required: ['s', 'n'] }, ['a', 'b', 'd']),
  of('bsonType number', 'n', { bsonType: 'number' }, ['a', 'b', 'd']),
  of('bsonType int', 'n', { bsonType: 'int' }, ['a', 'd']),
  of('bsonType of several', 'n', { bsonType: ['string', 'double'] }, ['b', 'c']),
  of('bsonType date lets what is missing pass', 'at', { bsonType: 'date' }, ['a', 'b', 'c', 'd']),
  of('bsonType bool', 'ok', { bsonType: 'bool' }, ['a', 'b', 'c', 'd']),
  of('type', 's', { type: 'string' }, ['a', 'b', 'c']),
  of('enum', 'n', { enum: [5, 'x'] }, ['a', 'c']),
  of('minimum lets texts pass', 'n', { minimum: 5.2 }, ['b', 'c', 'd']),
  of('maximum', 'n', { maximum: 5 }, ['a', 'c']),
  of('maximum, not reached', 'n', { maximum: 5, exclusiveMaximum: true }, ['c']),
  of('multipleOf', 'n', { multipleOf: 4 }, ['c', 'd']),
  of('minLength', 's', { minLength: 5 }, ['b', 'c', 'd']),
  of('maxLength', 's', { maxLength: 4 }, ['a', 'c', 'd']),
  of('pattern', 's', { pattern: '^long' }, ['b', 'c', 'd']),
  of('minItems', 'l', { minItems: 1 }, ['a', 'b', 'd']),
  of('maxItems', 'l', { maxItems: 0 }, ['c', 'd']),
  of('items', 'l', { items: { bsonType: 'int' } }, ['a', 'c', 'd']),
  of('uniqueItems', 'l', { uniqueItems: true }, ['a', 'b', 'c', 'd']),
  of('required below', 'o', { required: ['p'] }, ['a', 'b', 'c']),
  of('additionalProperties', 'o', { properties: { p: {} }, additionalProperties: false }, ['a', 'c', 'd']),
  of('minProperties', 'o', { minProperties: 1 }, ['a', 'b', 'c']),
  has('anyOf', { anyOf: [{ required: ['at'] }, { properties: { n: { bsonType: 'string' } } }] }, ['c', 'd']),
  has('allOf', { allOf: [{ required: ['s'] }, { required: ['l'] }] }, ['a', 'b']),
  has('oneOf', { oneOf: [{ required: ['l'] }, { required: ['s'] }] }, ['c', 'd']),
  has('not', { not: { required: ['o'] } }, ['c']),
  has('dependencies', { dependencies: { s: ['l'] } }, ['a', 'b', 'c']),
  aggregates('schema', documents)(
    'in the first stage of a pipeline',
    (p, { _ }) => p.match(_.jsonSchema({ required: ['at'] })).project({ _id: 1 }),
    [{ _id: 'd' }],
  ),
]
