import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Query as MingoQuery } from 'mingo/query'
import { Context } from 'mingo/core'
import * as mingoOperators from 'mingo/operators/query'
import { compareSortValues, sortValue } from './compare'
import { Engine } from './engine'
import type { FindOptions } from './found'
import { compileQuery, type Query } from './matcher'
import type { Order } from './sortDocuments'
import { compileUpdate } from './updater'
import { type Document, type Value, valuesAt } from './value'

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
let made = 0
const idsOf = (all: Document[]) => all.map(({ _id }) => _id)
const docs = (engine: Engine, name: string, query: Query, options?: FindOptions) =>
  engine.find(name, query, options).found.map(({ document }) => document)
const updated = (before: Document, change: object) => compileUpdate(change as never, {}, 0)(before)

const openEngine = () => new Engine(join(folder, `${++made}.sqlite`))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const indexes = [
  {
    name: 'a_b',
    keys: [
      { name: 'a', direction: '1' as const },
      { name: 'b', direction: '1' as const },
    ],
  },
  {
    name: 'tags_b',
    keys: [
      { name: 'tags', direction: '1' as const },
      { name: 'b', direction: '-1' as const },
    ],
  },
]

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', '中'),
  fc.boolean(),
  fc.constant(null),
  fc.integer({ min: 0, max: 3 }).map(at => new Date(at)),
)
const document = fc.record(
  { a: scalar, b: scalar, tags: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }) },
  { requiredKeys: [] },
)
const documents = fc
  .array(document, { maxLength: 25 })
  .map(all => all.map((one, n) => ({ _id: `d${String(n).padStart(2, '0')}`, ...one }) as Document))

const bound = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'ab', 'b'))
const condition: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.record({ $gt: bound }) as fc.Arbitrary<Value>,
  fc.record({ $lte: bound }) as fc.Arbitrary<Value>,
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }) as fc.Arbitrary<Value>,
  fc.record({ $ne: scalar }) as fc.Arbitrary<Value>,
)
const query: fc.Arbitrary<Query> = fc.oneof(
  fc.record(
    { a: condition, b: condition, tags: fc.constantFrom('x', 'y') as fc.Arbitrary<Value> },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Query>,
  fc
    .tuple(bound, bound)
    .map(([low, high]) => ({ $and: [{ b: { $gte: low } }, { b: { $lt: high } }], a: 1 }) as Query),
)
const order: fc.Arbitrary<Order> = fc.constantFrom<Order>(
  [],
  [['b', 1]],
  [['b', -1]],
  [
    ['a', 1],
    ['b', 1],
  ],
  [['_id', -1]],
)

it('finds and counts what a scan finds, whatever the indexes', () => {
  const engine = openEngine()
  engine.unindexed.mode = 'allow'
  fc.assert(
    fc.property(documents, query, order, fc.integer({ min: 1, max: 5 }), (all, asked, sorted, limit) => {
      const name = `c${++made}`
      engine.createCollection({ name, indexes })
      engine.insert(name, all)
      const fits = all.filter(compileQuery(asked))
      const found = docs(engine, name, asked, { order: sorted })
      expect(found.map(({ _id }) => _id).sort()).toEqual(fits.map(({ _id }) => _id).sort())
      expect(engine.count(name, asked).total).toBe(fits.length)
      for (const [n, next] of found.slice(1).entries())
        expect(compareBy(found[n] as Document, next, sorted)).toBeLessThanOrEqual(0)
      expect(docs(engine, name, asked, { order: sorted, limit })).toHaveLength(Math.min(limit, fits.length))
    }),
    { numRuns: 300 },
  )
  engine.close()
})

it('agrees with a slow oracle about what matches', () => {
  const context = Context.init({ query: mingoOperators } as never)
  const nested = fc.record({ x: scalar, y: fc.array(scalar, { maxLength: 2 }) }, { requiredKeys: [] })
  const some = fc.record(
    { a: scalar, n: nested, l: fc.array(fc.oneof(scalar, nested), { maxLength: 3 }) },
    { requiredKeys: [] },
  )
  const asks: fc.Arbitrary<Value> = fc.oneof(
    condition,
    fc.record({ $nin: fc.array(scalar, { maxLength: 2 }) }) as fc.Arbitrary<Value>,
    fc.record({ $exists: fc.boolean() }) as fc.Arbitrary<Value>,
    fc.record({ $size: fc.nat(2) }) as fc.Arbitrary<Value>,
    fc.record({ $not: fc.record({ $gt: bound }) }) as fc.Arbitrary<Value>,
    fc.constant({ $regex: /^a/ } as Value),
  )
  const one = fc
    .tuple(fc.constantFrom('a', 'n.x', 'n.y', 'l'), asks)
    .map(([field, value]): Query => ({ [field]: value }))
  const several: fc.Arbitrary<Query> = fc.oneof(
    one,
    fc.array(one, { minLength: 1, maxLength: 3 }).map(all => ({ $or: all as Value[] }) as Query),
    fc.array(one, { minLength: 1, maxLength: 3 }).map(all => ({ $nor: all as Value[] }) as Query),
  )
  fc.assert(
    fc.property(some, several, (fields, asked) => {
      const document = { _id: 'd', ...fields } as Document
      const oracle = new MingoQuery(asked as never, { context } as never).test(document as never)
      expect(compileQuery(asked)(document)).toBe(oracle)
    }),
    { numRuns: 3000 },
  )
})

const compareBy = (a: Document, b: Document, sorted: Order): number => {
  for (const [field, direction] of sorted) {
    const key = (one: Document) => sortValue(valuesAt(one, field), direction)
    const difference = compareSortValues(key(a), key(b)) * direction
    if (difference) return difference
  }
  return 0
}

it('keeps its indexes right through changes, replacements and removals, also after opening it again', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('set' as const),
      id: fc.nat(9),
      field: fc.constantFrom('a', 'b'),
      value: scalar,
    }),
    fc.record({ kind: fc.constant('put' as const), id: fc.nat(9), document }),
    fc.record({ kind: fc.constant('remove' as const), id: fc.nat(9) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), query, (steps, asked) => {
      const file = join(folder, `${++made}.sqlite`)
      const engine = new Engine(file)
      engine.createCollection({ name: 'c', indexes })
      const model = new Map<string, Document>()
      for (const taken of steps) {
        const _id = `d${taken.id}`
        if (taken.kind === 'set') {
          const { field, value } = taken
          engine.update('c', { _id }, true, before => updated(before, { $set: { [field]: value } }))
          const before = model.get(_id)
          if (before) model.set(_id, { ...before, [field]: value })
        } else if (taken.kind === 'put') {
          engine.put('c', { ...taken.document, _id } as Document)
          model.set(_id, { ...taken.document, _id } as Document)
        } else {
          engine.remove('c', { _id }, true)
          model.delete(_id)
        }
      }
      engine.close()
      const again = new Engine(file)
      again.unindexed.mode = 'allow'
      const ids = idsOf(docs(again, 'c', asked))
      expect([...ids].sort()).toEqual(
        [...model.values()]
          .filter(compileQuery(asked))
          .map(({ _id }) => _id)
          .sort(),
      )
      again.close()
    }),
    { numRuns: 40 },
  )
})

describe('one collection', () => {
  const engine = openEngine()
  beforeAll(() => {
    engine.createCollection({
      name: 'c',
      indexes: [...indexes, { name: 'no', unique: true, keys: [{ name: 'no', direction: '1' }] }],
    })
    engine.insert(
      'c',
      Array.from({ length: 500 }, (_, n) => ({ _id: `d${n}`, a: n % 5, b: n, no: n })),
    )
    engine.unindexed.mode = 'error'
  })
  afterAll(() => engine.close())

  it('examines what it returns and no more when an index serves the query', () => {
    const { found, usage } = engine.find('c', { a: 3, b: { $gt: 100 } }, { order: [['b', 1]], limit: 20 })
    expect(found.map(({ document }) => document.b)).toEqual(Array.from({ length: 20 }, (_, n) => 103 + n * 5))
    expect(usage).toEqual({ examined: 20, returned: 20 })
    expect(engine.count('c', { a: 3 })).toEqual({ total: 100, usage: { examined: 0, returned: 0 } })
  })

  it('refuses a query that no index serves, when told to', () => {
    expect(() => engine.find('c', { c: 1 })).toThrow(/no index serves c/)
    expect(() => engine.find('c', { a: 1 }, { order: [['c', 1]] })).not.toThrow()
  })

  it('answers as the service does to a missing collection, a double id, a double unique key', () => {
    expect(() => engine.find('none', {})).toThrow(
      expect.objectContaining({ code: 'DATABASE_COLLECTION_NOT_EXIST' }),
    )
    expect(() => engine.insert('c', [{ _id: 'd1' }])).toThrow(
      /E11000 duplicate key error collection: c index: _id_/,
    )
    expect(() => engine.insert('c', [{ _id: 'new', no: 7 }])).toThrow(
      /E11000 duplicate key error collection: c index: no/,
    )
    expect(engine.get('c', 'new')).toBeUndefined()
    expect(() => engine.createCollection({ name: 'c', indexes: [] })).toThrow(/Table exist/)
  })

  it.each([
    [{ $inc: { s: 1 } }, /non-numeric/],
    [{ $push: { s: { $each: [1] } } }, /must be an array/],
    [{ $set: { 's.x': 1 } }, /Cannot create field 'x'/],
    [{ $set: { _id: 'other' } }, /immutable/],
    [{ $set: {} }, /is empty/],
  ])('refuses %j, which MongoDB refuses', (change, words) => {
    expect(() => updated({ _id: 'x', s: 'text' }, change as never)).toThrow(words)
  })
})

it('opens nothing that is not its own', () => {
  expect(() => new Engine(__filename)).toThrow()
})
