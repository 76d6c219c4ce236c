import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { patiently } from '../wire/patiently'
import { Engine } from './engine'
import type { FindOptions } from './found'
import type { Query } from './matcher'
import type { Order } from './sortDocuments'
import type { Document } from './value'

const folder = mkdtempSync(join(tmpdir(), 'transaction-writes-'))
const key = (name: string) => ({ name, direction: '1' as const })
let made = 0
const opened: Engine[] = []
const open = (file = join(folder, `${++made}.sqlite`)) => {
  const engine = new Engine(file)
  opened.push(engine)
  return engine
}
afterAll(() => {
  opened.forEach(engine => engine.close())
  rmSync(folder, { recursive: true, force: true })
})

const all = (engine: Engine, query: Query = {}, options?: FindOptions) =>
  engine.find('c', query, options).found.map(({ document }) => document)
const set = (engine: Engine, id: string, change: object, transaction?: string) =>
  engine.update(
    'c',
    { _id: id },
    false,
    document => ({ ...document, ...change }),
    transaction === undefined ? undefined : engine.transaction(transaction),
  )

describe('keys of a unique index within a transaction', () => {
  const withCodes = () => {
    const engine = open()
    engine.createCollection({ name: 'c', indexes: [{ name: 'code', unique: true, keys: [key('code')] }] })
    engine.insert('c', [
      { _id: 'a', code: 1 },
      { _id: 'b', code: 2 },
    ])
    return engine
  }

  it('may change places', () => {
    const engine = withCodes()
    const { id } = engine.begin()
    for (const [document, code] of [['a', 3] as const, ['b', 1] as const, ['a', 2] as const])
      set(engine, document, { code }, id)
    engine.commit(id)
    expect(all(engine, { code: { $lte: 2 } }, { order: [['code', 1]] })).toEqual([
      { _id: 'b', code: 1 },
      { _id: 'a', code: 2 },
    ])
    expect(() => engine.insert('c', [{ _id: 'c', code: 2 }])).toThrow(/E11000/)
    engine.insert('c', [{ _id: 'c', code: 3 }])
  })

  it('are free when their document goes, whichever was written first', () => {
    const engine = withCodes()
    const { id } = engine.begin()
    set(engine, 'b', { code: 5 }, id)
    engine.remove('c', { _id: 'a' }, false, engine.transaction(id))
    set(engine, 'b', { code: 1 }, id)
    engine.commit(id)
    expect(all(engine)).toEqual([{ _id: 'b', code: 1 }])
  })

  it('are taken by one of its writes at a time, also among hundreds', () => {
    const engine = withCodes()
    const { id } = engine.begin()
    const many = Array.from({ length: 500 }, (_, n) => ({ _id: `m${n}`, code: 100 + n }))
    engine.insert('c', many, engine.transaction(id))
    set(engine, 'm7', { code: 5000 }, id)
    set(engine, 'a', { code: 107 }, id)
    expect(() => set(engine, 'b', { code: 108 }, id)).toThrow(/E11000 .* index: code/)
    // A write that fails ends its transaction.
    expect(() => engine.commit(id)).toThrow(/TransactionNotExist/)
    expect(all(engine)).toHaveLength(2)
  })
})

it('a write outside that meets a transaction half-way has done nothing yet, and does it once when it has waited', async () => {
  const engine = open()
  engine.createCollection({ name: 'c', indexes: [{ name: 'kind', keys: [key('kind')] }] })
  engine.insert(
    'c',
    ['a', 'b', 'c'].map(_id => ({ _id, kind: 'x', n: 0 })),
  )
  const { id } = engine.begin()
  set(engine, 'c', { n: 10 }, id)
  const addAll = patiently(() =>
    engine.update('c', { kind: 'x' }, true, document => ({ ...document, n: Number(document.n) + 1 })),
  )
  const insertAll = patiently(() => engine.insert('c', [{ kind: 'y' }, { _id: 'c' }]))
  expect(all(engine).map(({ n }) => n)).toEqual([0, 0, 0])
  engine.commit(id)
  await addAll
  await expect(insertAll).rejects.toThrow(/E11000/)
  expect(all(engine, { kind: 'x' }).map(({ n }) => n)).toEqual([1, 1, 11])
  expect(all(engine, { kind: 'y' })).toHaveLength(1)
})

it('a write that is taken back leaves no memory of its arrays or collections', () => {
  const file = join(folder, `${++made}.sqlite`)
  const engine = new Engine(file)
  engine.createCollection({ name: 'c', indexes: [{ name: 'tags_n', keys: [key('tags'), key('n')] }] })
  const documents = [{ _id: 'a', tags: ['x', 'y'], n: 1 }]
  expect(() =>
    engine.store.write(() => {
      engine.insert('c', documents)
      engine.createCollection({ name: 'other', indexes: [] })
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(engine.names()).toEqual(['c'])
  engine.insert('c', documents)
  engine.close()
  const again = open(file)
  expect(all(again, { tags: { $in: ['x', 'y'] } })).toHaveLength(1)
  expect(again.count('c', { tags: { $gt: 'a' } }).total).toBe(1)
})

it('a transaction finds pages as if what it wrote and what it must not see were stored so', () => {
  const engine = open()
  engine.createCollection({ name: 'c', indexes: [{ name: 'g_n', keys: [key('g'), key('n')] }] })
  engine.createCollection({ name: 'model', indexes: [] })
  engine.unindexed.mode = 'allow'
  const write = fc.record({
    kind: fc.constantFrom('put' as const, 'remove' as const),
    outside: fc.boolean(),
    id: fc.nat(14).map(n => `d${n}`),
    g: fc.nat(2),
    n: fc.nat(20),
  })
  const order = fc.constantFrom<Order>(
    [['n', 1]],
    [['n', -1]],
    [
      ['g', 1],
      ['n', 1],
    ],
    [],
  )
  const property = fc.property(
    fc.array(write, { maxLength: 25 }),
    order,
    fc.nat(2),
    fc.nat(3),
    fc.integer({ min: 1, max: 5 }),
    (writes, by, g, offset, limit) => {
      for (const name of ['c', 'model']) engine.remove(name, {}, true)
      const before = Array.from({ length: 10 }, (_, n) => ({ _id: `d${n}`, g: n % 3, n }))
      engine.insert('c', before)
      const model = new Map<string, Document>(before.map(one => [one._id, one]))
      const { id } = engine.begin()
      const own = new Set(writes.filter(({ outside }) => !outside).map(one => one.id))
      engine.find('c', { _id: 'd0' }, { transaction: engine.transaction(id) })
      for (const { kind, outside, id: _id, g: group, n } of writes) {
        // Nobody writes where the transaction does: that is another matter.
        if (outside && own.has(_id)) continue
        const transaction = outside ? undefined : engine.transaction(id)
        if (kind === 'put') engine.put('c', { _id, g: group, n }, transaction)
        else engine.remove('c', { _id }, false, transaction)
        if (outside) continue
        if (kind === 'put') model.set(_id, { _id, g: group, n })
        else model.delete(_id)
      }
      engine.insert('model', [...model.values()])
      for (const query of [{ g }, { g: { $gte: g }, n: { $gt: 3 } }]) {
        const options = { order: by, offset, limit }
        const seen = all(engine, query, { ...options, transaction: engine.transaction(id) })
        const right = engine.find('model', query, options).found.map(({ document }) => document)
        const sorted = (documents: Document[]) =>
          documents.map(one => by.map(([field]) => one[field])) as unknown
        expect(sorted(seen)).toEqual(sorted(right))
        expect(seen).toHaveLength(right.length)
        for (const one of seen) expect(model.get(String(one._id))).toEqual(one)
      }
      engine.abort(id)
    },
  )
  // In one write, as nothing has to last.
  engine.store.write(() => fc.assert(property, { numRuns: 150 }))
})
