import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Engine } from './engine'

const folder = mkdtempSync(join(tmpdir(), 'explain-'))
const warned: string[] = []
const engine = new Engine(join(folder, 'explain.sqlite'), { warn: line => warned.push(line) })
const key = (name: string) => ({ name, direction: '1' as const })

beforeAll(() => {
  engine.createCollection({
    name: 'c',
    indexes: [
      { name: 'group_n', keys: [key('group'), key('n')] },
      { name: 'tags', keys: [key('tags')] },
      { name: 'code', unique: true, keys: [key('code')] },
    ],
  })
  engine.insert(
    'c',
    Array.from({ length: 100 }, (_, n) => ({ _id: `d${n}`, group: n % 4, n, tags: [n % 3, 'x'], code: n })),
  )
})
beforeEach(() => {
  engine.unindexed.mode = 'warn'
  warned.length = 0
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  ['an id', { _id: 'd7' }, {}, { stage: 'ID', indexes: ['_id_'], usage: { examined: 1, returned: 1 } }],
  [
    'a page in the order of an index',
    { group: 1, n: { $gt: 20 } },
    { order: [['n', 1]], limit: 5 },
    { stage: 'INDEX', indexes: ['group_n'], ordered: true, exact: true, usage: { examined: 5, returned: 5 } },
  ],
  [
    'what the index narrows and a test decides',
    { group: 1, title: null },
    {},
    { stage: 'INDEX', indexes: ['group_n'], exact: false, usage: { examined: 25, returned: 25 } },
  ],
  [
    'an order that no index gives',
    { group: 1 },
    { order: [['code', -1]], limit: 5 },
    { stage: 'INDEX', indexes: ['group_n'], ordered: false, usage: { examined: 25, returned: 5 } },
  ],
  [
    'branches with an index each',
    { $or: [{ tags: 1 }, { code: 5 }] },
    {},
    { stage: 'OR', indexes: ['tags', 'code'], usage: { examined: 34, returned: 34 } },
  ],
  [
    'no index',
    { title: 'none' },
    {},
    { stage: 'SCAN', indexes: [], exact: false, usage: { examined: 100, returned: 0 } },
  ],
])('explains a query for %s', (_, query, options, expected) => {
  expect(engine.explain('c', query as never, options as never)).toMatchObject(expected)
  // Asking how is not doing it.
  expect(warned).toEqual([])
})

describe('a query that no index serves', () => {
  const query = { title: { $gt: 'a' } }

  it('is told in the log with its collection and text, and answered', () => {
    expect(engine.find('c', query).found).toEqual([])
    expect(warned).toEqual([expect.stringMatching(/^\[unindexed\] no index serves c .*title.*\$gt/)])
  })

  it('fails in the strict mode, whatever would be done with what it finds', () => {
    engine.unindexed.mode = 'error'
    const change = () => ({ _id: 'd1' })
    for (const work of [
      () => engine.find('c', query),
      () => engine.count('c', query),
      () => engine.update('c', query, true, change),
      () => engine.remove('c', query, true),
      () => engine.aggregate('c', [{ $match: query }]),
      () => engine.find('c', {}, { order: [['title', 1]] }),
    ])
      expect(work).toThrow(/unindexed query: no index serves c/)
    expect(engine.count('c', {}).total).toBe(100)
  })

  it('is none when an index narrows it', () => {
    engine.unindexed.mode = 'error'
    expect(engine.find('c', { group: 2, ...query }).found).toEqual([])
  })
})

it('refuses a document that would be listed by two arrays of one index, and stores nothing of it', () => {
  engine.createCollection({ name: 'arrays', indexes: [{ name: 'a_b', keys: [key('a'), key('b')] }] })
  expect(() => engine.insert('arrays', [{ _id: 'two', a: [1], b: [2] }])).toThrow(
    'cannot index parallel arrays [b] [a]',
  )
  engine.insert('arrays', [{ _id: 'one', a: [1], b: 2 }])
  expect(() => engine.put('arrays', { _id: 'one', a: [1], b: [2] })).toThrow('parallel arrays')
  expect(engine.find('arrays', {}).found.map(({ document }) => document)).toEqual([
    { _id: 'one', a: [1], b: 2 },
  ])
})

it('makes no collection with more indexes than the service allows, and says how many', () => {
  const indexes = Array.from({ length: 21 }, (_, n) => ({ name: `i${n}`, keys: [key(`f${n}`)] }))
  expect(() => engine.createCollection({ name: 'many', indexes })).toThrow(
    expect.objectContaining({
      code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
      message: 'many has 21 indexes; the limit is 20',
    }) as Error,
  )
  engine.createCollection({ name: 'many', indexes: indexes.slice(1) })
})

it('counts a missing field of a unique index as null, of which there is one', () => {
  engine.insert('c', [{ _id: 'without' }])
  for (const document of [{ _id: 'again' }, { _id: 'again', code: null }])
    expect(() => engine.insert('c', [document])).toThrow(/E11000 duplicate key error .* index: code .*null/)
  engine.remove('c', { _id: 'without' }, false)
  engine.insert('c', [{ _id: 'again', code: null }])
  engine.remove('c', { _id: 'again' }, false)
})
