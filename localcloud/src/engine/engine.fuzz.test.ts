import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { bound, condition, scalar } from '../testing/fewValues'
import { compareSortValues, sortValue } from './compare'
import { Engine } from './engine'
import type { FindOptions } from './found'
import { compileQuery, type Query } from './matcher'
import type { Order } from './sortDocuments'
import { compileUpdate } from './updater'
import { type Document, type Value, valuesAt } from './value'

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0
const newFile = () => join(folder, `${++made}.sqlite`)
const docs = (engine: Engine, name: string, query: Query, options?: FindOptions) =>
  engine.find(name, query, options).found.map(({ document }) => document)

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

const document = fc.record(
  { a: scalar, b: scalar, tags: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }) },
  { requiredKeys: [] },
)
const documents = fc
  .array(document, { maxLength: 25 })
  .map(all => all.map((one, n) => ({ _id: `d${String(n).padStart(2, '0')}`, ...one }) as Document))

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
  const engine = new Engine(newFile())
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
      const file = newFile()
      const engine = new Engine(file)
      engine.createCollection({ name: 'c', indexes })
      const model = new Map<string, Document>()
      for (const taken of steps) {
        const _id = `d${taken.id}`
        if (taken.kind === 'set') {
          const { field, value } = taken
          engine.update('c', { _id }, true, before =>
            compileUpdate({ $set: { [field]: value } } as never, {}, 0)(before),
          )
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
      const ids = docs(again, 'c', asked).map(({ _id }) => _id)
      expect(ids.sort()).toEqual(
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
