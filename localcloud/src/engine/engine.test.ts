import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Engine } from './engine'
import { compileUpdate } from './updater'
import type { Document } from './value'

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const updated = (before: Document, change: object) => compileUpdate(change as never, {}, 0)(before)

describe('one collection', () => {
  const engine = new Engine(join(folder, 'one.sqlite'))
  beforeAll(() => {
    engine.createCollection({
      name: 'c',
      indexes: [
        {
          name: 'a_b',
          keys: [
            { name: 'a', direction: '1' },
            { name: 'b', direction: '1' },
          ],
        },
        { name: 'no', unique: true, keys: [{ name: 'no', direction: '1' }] },
      ],
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
