import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CollectionManifest } from './engine/collection'
import { Engine } from './engine/engine'
import type { Index } from './engine/indexes'
import { syncCollections } from './syncCollections'

const folder = mkdtempSync(join(tmpdir(), 'sync-'))
const file = join(folder, 'database.sqlite')
let engine = new Engine(file)
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const index = (name: string, more: Partial<Index> = {}): Index => ({
  ...{ name, keys: [{ name, direction: '1' }] },
  ...more,
})
const become = (indexes: Index[], others: CollectionManifest[] = []) => {
  syncCollections(engine, [{ name: 'c', indexes }, ...others])
  // What was made lasts.
  engine.close()
  engine = new Engine(file)
  engine.unindexed.mode = 'error'
}
const idsWhere = (query: object) =>
  engine.find('c', query as never).found.map(({ document }) => String(document._id))

it('makes what is new, fills indexes from what is stored, and keeps what nobody names', () => {
  become([index('n')])
  engine.insert('c', [
    { _id: 'a', n: 1, tags: ['x', 'y'], code: 1 },
    { _id: 'b', n: 2, tags: [], code: 2 },
    { _id: 'c', n: 2 },
  ])
  become([index('n'), index('tags'), index('code', { unique: true })], [{ name: 'new', indexes: [] }])
  expect(engine.names()).toEqual(['c', 'new'])
  expect(idsWhere({ tags: 'y' })).toEqual(['a'])
  expect(engine.explain('c', { tags: 'x' })).toMatchObject({ stage: 'INDEX', indexes: ['tags'] })
  // A list in the index is known to be there: two elements may meet one bound each.
  expect(idsWhere({ tags: { $gt: 'x', $lt: 'y' } })).toEqual(['a'])
  expect(() => engine.insert('c', [{ _id: 'd', code: 2 }])).toThrow(/E11000 .* index: code/)
  become([index('n')])
  expect(engine.names()).toEqual(['c', 'new'])
})

it('takes away indexes that are not named any more, and makes changed ones anew', () => {
  expect(() => idsWhere({ tags: 'y' })).toThrow(/unindexed query/)
  engine.insert('c', [{ _id: 'd', code: 2 }])
  become([index('n', { keys: [{ name: 'n', direction: '-1' }] })])
  const { found } = engine.find('c', { n: { $gte: 1 } }, { order: [['n', -1]] })
  expect(found.map(({ document }) => document.n)).toEqual([2, 2, 1])
})

it('does all of it or nothing', () => {
  expect(() => become([index('tags'), index('code', { unique: true })])).toThrow(
    /the index "code" of c cannot be made: .*E11000/,
  )
  expect(engine.store.collection('c').indexes.map(({ name }) => name)).toEqual(['n'])
  expect(idsWhere({ n: 1 })).toEqual(['a'])
})
