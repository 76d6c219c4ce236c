import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { compareSortValues, sortValue } from './compare'
import { Engine } from './engine'
import type { Query } from './matcher'
import type { Order } from './sortDocuments'
import { compileUpdate, type Update } from './updater'
import { type Document, type Value, valuesAt } from './value'

// The same documents in a collection with many indexes and in one with none: whatever is asked or changed, both answer
// alike. One has plans, ranges and keys in between, the other reads everything and tests it.

const runs = 500
const stepsOfARun = 20

const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
const engine = new Engine(join(folder, 'fuzz.sqlite'))
engine.unindexed.mode = 'allow'
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const index = (name: string) => ({
  name,
  keys: name.split(',').map(part => {
    const [, falling, field = ''] = /^(-?)(.*)$/.exec(part) ?? []
    return { name: field, direction: falling ? ('-1' as const) : ('1' as const) }
  }),
})
engine.createCollection({
  name: 'indexed',
  indexes: ['a,b', '-b,a', 'tags,-b', 'l.x,l.y', 'a,l.x,-b', 'n.x', '-n.y,a', 'a,tags'].map(index),
})
engine.createCollection({ name: 'plain', indexes: [] })

const scalar: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Value>(-2, 0, 1, 1.5, 2, 3_000_000_000) },
  { weight: 2, arbitrary: fc.constantFrom<Value>('', 'a', 'ab', 'abc', 'b', '中', '😀') },
  fc.constantFrom<Value>(true, false, null, new Date(-1), new Date(1), { p: 1 }, { p: 'a' }, Number.NaN),
)
const tags = fc.array(scalar, { maxLength: 3 }) as fc.Arbitrary<Value>
const inner = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] }) as fc.Arbitrary<Value>
const list = fc.oneof(
  fc.array(fc.oneof(inner, scalar), { maxLength: 3 }) as fc.Arbitrary<Value>,
  inner,
  scalar,
)
const fields = fc.record({ a: scalar, b: scalar, tags, l: list, n: inner }, { requiredKeys: [] })

const bounds = fc.constantFrom('$gt', '$gte', '$lt', '$lte')
const bound = fc.tuple(bounds, scalar).map(([name, value]): Value => ({ [name]: value }))
const condition: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: bound },
  fc.tuple(bound, bound).map(([a, b]) => ({ ...(a as object), ...(b as object) }) as Value),
  fc.array(scalar, { maxLength: 4 }).map((all): Value => ({ $in: all })),
  fc.array(scalar, { maxLength: 2 }).map((all): Value => ({ $nin: all })),
  fc.array(scalar, { minLength: 1, maxLength: 2 }).map((all): Value => ({ $all: all })),
  scalar.map((value): Value => ({ $ne: value })),
  fc.boolean().map((exists): Value => ({ $exists: exists })),
  bound.map((one): Value => ({ $not: one })),
  bound.map((one): Value => ({ $elemMatch: one })),
  fc.constantFrom<Value>(/^a/, /^ab/, /b/, /^A/i, /^a|b/, { $size: 1 }, { $type: 'number' }),
  tags,
)
const field = fc.constantFrom('a', 'b', 'tags', 'l.x', 'l.y', 'l', 'n.x', 'n.y', 'tags.0', '_id')
const conditions = fc
  .array(fc.tuple(field, condition), { maxLength: 3 })
  .map((all): Query => Object.fromEntries(all))
const query: fc.Arbitrary<Query> = fc.oneof(
  { weight: 4, arbitrary: conditions },
  fc
    .tuple(conditions, fc.array(conditions, { minLength: 1, maxLength: 3 }))
    .map(([all, branches]): Query => ({ ...all, $or: branches as Value[] })),
  fc.array(conditions, { minLength: 1, maxLength: 3 }).map((all): Query => ({ $and: all as Value[] })),
)
const order: fc.Arbitrary<Order> = fc.oneof(
  fc.constant<Order>([]),
  fc
    .uniqueArray(fc.tuple(field, fc.constantFrom<1 | -1>(1, -1)), {
      maxLength: 2,
      selector: ([name]) => name,
    })
    .map((all): Order => all),
)
const update: fc.Arbitrary<Update> = fc.oneof(
  fc.tuple(fc.constantFrom('a', 'b', 'n'), scalar).map(([name, value]) => ({ $set: { [name]: value } })),
  fc.constantFrom('a', 'b', 'tags', 'l', 'n').map(name => ({ $unset: { [name]: '' } })),
  tags.map(value => ({ $set: { tags: value } })),
  scalar.map(value => ({ $push: { tags: value } })),
  scalar.map(value => ({ $pull: { tags: { $in: [value] } } })),
  list.map(value => ({ $set: { l: value } })),
  scalar.map(value => ({ $max: { b: value }, $min: { a: value } })),
  fc.constant({ $rename: { a: 'b' } }),
)

type Step =
  | { kind: 'ask'; query: Query; order: Order; offset: number; limit: number }
  | { kind: 'change'; query: Query; update: Update }
  | { kind: 'remove'; query: Query }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      query,
      order,
      offset: fc.nat(3),
      limit: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change' as const), query, update }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), query }) },
)

const used: Record<string, number> = {}

const both = <T>(work: (name: string) => T): [T, T] => [work('indexed'), work('plain')]
const sortKeys = (documents: Document[], by: Order) =>
  documents.map(one => by.map(([name, direction]) => sortValue(valuesAt(one, name), direction)))
const found = (name: string, asked: Query, options = {}) =>
  engine.find(name, asked, options).found.map(({ document }) => document)
const idsIn = (documents: Document[]) => documents.map(({ _id }) => String(_id)).sort()

const take = (taken: Step): void => {
  if (taken.kind === 'remove') {
    const [a, b] = both(name => engine.remove(name, taken.query, true).deleted)
    expect(a).toBe(b)
  } else if (taken.kind === 'change') {
    const change = compileUpdate(taken.update, {}, 0)
    const [a, b] = both(name =>
      outcome(() => idsIn(engine.update(name, taken.query, true, change).documents)),
    )
    expect(a).toEqual(b)
  } else ask(taken)
}

/** A change that cannot be done is refused in both; which documents were done before it is a matter of order. */
const outcome = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return (error as Error).message.replace(/\{_id: "d\d+"\}/, '')
  }
}

const ask = ({ query: asked, order: by, offset, limit }: Step & { kind: 'ask' }): void => {
  const { stage } = engine.explain('indexed', asked, { order: by })
  used[stage] = (used[stage] ?? 0) + 1
  const [indexed, plain] = both(name => found(name, asked, { order: by }))
  expect(idsIn(indexed)).toEqual(idsIn(plain))
  const keys = sortKeys(plain, by)
  const asKeys = (all: Document[]) => sortKeys(all, by)
  const isSame = (one: typeof keys, other: typeof keys) =>
    one.length === other.length &&
    one.every((values, n) => values.every((value, at) => !compareSortValues(value, other[n]?.[at])))
  expect(isSame(asKeys(indexed), keys)).toBe(true)
  expect(engine.count('indexed', asked).total).toBe(plain.length)
  // Which of equal ones stand on a page is free; how they sort is not.
  const page = found('indexed', asked, { order: by, offset, limit })
  expect(isSame(asKeys(page), keys.slice(offset, offset + limit))).toBe(true)
}

it(`answers ${runs * stepsOfARun} random queries and updates through indexes as by reading everything`, () => {
  // In one write, as nothing has to last.
  engine.store.write(() =>
    fc.assert(
      fc.property(
        fc.array(fields, { minLength: 5, maxLength: 16 }),
        fc.array(step, { minLength: stepsOfARun, maxLength: stepsOfARun }),
        (all, steps) => {
          for (const name of ['indexed', 'plain']) {
            engine.remove(name, {}, true)
            engine.insert(
              name,
              all.map((one, n) => ({ _id: `d${String(n).padStart(2, '0')}`, ...one })),
            )
          }
          for (const taken of steps) take(taken)
        },
      ),
      { numRuns: runs },
    ),
  )
  // Thousands went through an index, or this would have shown nothing.
  expect((used.INDEX ?? 0) + (used.OR ?? 0)).toBeGreaterThan((runs * stepsOfARun) / 10)
}, 120_000)
