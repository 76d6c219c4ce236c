import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Engine } from './engine'

// What the conformance suite cannot wait for: the time a transaction may be open.

const folder = mkdtempSync(join(tmpdir(), 'transactions-'))
let engine: Engine
let made = 0

beforeEach(() => {
  jest.useFakeTimers()
  engine = new Engine(join(folder, `${++made}.sqlite`))
  engine.createCollection({ name: 'c', indexes: [] })
  engine.insert('c', [{ _id: 'a', n: 1 }])
})
afterEach(() => {
  engine.close()
  jest.useRealTimers()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const over = expect.objectContaining({
  code: 'DATABASE_TRANSACTION_FAIL',
  message: expect.stringContaining('must be commit or abort in 30 seconds') as string,
}) as Error

it('is open for 30 seconds and not a moment longer', () => {
  const { id } = engine.begin()
  jest.advanceTimersByTime(29_999)
  expect(engine.transaction(id).id).toBe(id)
  jest.advanceTimersByTime(1)
  expect(() => engine.transaction(id)).toThrow(over)
  expect(() => engine.commit(id)).toThrow(over)
})

it('leaves nothing of what it wrote when its time is over, and lets others write there', () => {
  const { id } = engine.begin()
  engine.put('c', { _id: 'a', n: 2 }, engine.transaction(id))
  expect(() => engine.put('c', { _id: 'a', n: 3 })).toThrow('being written by a transaction')
  jest.advanceTimersByTime(30_000)
  expect(engine.get('c', 'a')).toEqual({ _id: 'a', n: 1 })
  engine.put('c', { _id: 'a', n: 3 })
  expect(engine.get('c', 'a')).toEqual({ _id: 'a', n: 3 })
})
