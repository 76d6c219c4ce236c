import fc from 'fast-check'
import { type Fault, type FaultRule, Faults } from './faults'
import { startTestCloud, type TestCloud } from './testing/testCloud'

const planned = (rules: FaultRule[], seed: number) => {
  const faults = new Faults()
  faults.set({ rules, seed })
  return faults
}
const all: FaultRule = {
  action: '*',
  latencyMs: [0, 50],
  errorRate: 0.3,
  dropRate: 0.2,
  clockJumpRate: 0.1,
  clockJumpMs: 1000,
}

it('meets the nth request of an action with the same fault, whatever runs beside it', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 60 }),
      (seed, actions) => {
        const byAction = (order: string[]) => {
          const faults = planned([all], seed)
          const met: Record<string, (Fault | undefined)[]> = { a: [], b: [], c: [] }
          for (const action of order) met[action]?.push(faults.next(action))
          return met
        }
        expect(byAction([...actions].sort())).toEqual(byAction(actions))
      },
    ),
  )
})

it('errs about as often as it is told to, and differently under another seed', () => {
  const failed = (seed: number) => {
    const faults = planned([{ action: 'x', errorRate: 0.3 }], seed)
    return Array.from({ length: 2000 }, () => Number(faults.next('x')?.code !== undefined))
  }
  for (const seed of [1, 2, 3]) {
    const share = failed(seed).reduce((sum, one) => sum + one, 0) / 2000
    expect(Math.abs(share - 0.3)).toBeLessThan(0.05)
  }
  expect(failed(1)).not.toEqual(failed(2))
})

it('takes the first rule that fits, and leaves everything else alone', () => {
  const faults = planned(
    [
      { action: 'database.getDocument', latencyMs: 7 },
      { action: 'database.*', latencyMs: 1 },
    ],
    1,
  )
  expect(faults.next('database.getDocument')?.delayMs).toBe(7)
  expect(faults.next('database.insertDocument')?.delayMs).toBe(1)
  expect(faults.next('storage.getUploadMetadata')).toBeUndefined()
  expect(faults.done.map(({ action, nth }) => `${action} ${nth}`)).toEqual([
    'database.insertDocument 1',
    'database.getDocument 1',
  ])
})

it.each([
  [{ action: '' }, 'for which "action"'],
  [{ action: 'x', errorRate: 1.1 }, '"errorRate" of the fault for x is a chance from 0 to 1, not 1.1'],
  [{ action: 'x', latencyMs: -1 }, '"latencyMs"'],
  [{ action: 'x', latencyMs: [9, 3] as [number, number] }, '"latencyMs"'],
  [{ action: 'database.insertDocument', duplicateRate: 0.1 }, '"duplicateRate" is for function:'],
  [{ action: 'x', eroorRate: 1 } as FaultRule, '"eroorRate", which means nothing'],
  [{ action: 'x', clockJumpRate: 1 }, '"clockJumpMs" of the fault for x says how far'],
  [undefined as unknown as FaultRule, 'for which "action"'],
])('refuses the rule %j', (rule, reason) => {
  expect(() => planned([rule], 1)).toThrow(reason)
})

it('refuses rules that are no list and a seed that is no number', () => {
  expect(() => new Faults().set({ rules: {} as FaultRule[] })).toThrow('"rules" of the faults is a list')
  expect(() => new Faults().set({ seed: '7' as unknown as number })).toThrow('"seed" of the faults')
})

describe('done to functions and to the SDK', () => {
  const sdk = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); const notes = cloud.database().collection('notes');`
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud(
      {
        add: `${sdk} exports.main = event => notes.add({ data: { event } }).then(() => 'added', error => error.errMsg)`,
        now: `exports.main = () => Date.now()`,
        clock: {
          'index.js': `${sdk} exports.main = () => notes.add({ data: { tick: 1 } })`,
          'config.json': `{"triggers": [{"name": "t", "type": "timer", "config": "0 0 2 * * * *"}]}`,
        },
      },
      { collections: ['notes'] },
    )
  })
  afterAll(() => cloud.stop())

  const set = async (...rules: FaultRule[]) => cloud.post('/_cloud/test/faults', { env: 'e', rules, seed: 1 })
  const stored = async () =>
    (await cloud.json<{ documents: object[] }>('/_cloud/test/find', { env: 'e', collection: 'notes' }))
      .documents.length
  afterEach(() => set())

  it('an error fails the request, which is not done', async () => {
    const before = await stored()
    await set({ action: 'database.*', errorRate: 1, code: 'EXCEED_REQUEST_LIMIT' })
    expect((await cloud.call('add')).result).toMatch(/-501003.*InjectedFault/)
    expect(await stored()).toBe(before)
  })

  it('a dropped reply looks like a broken line, and the work is done', async () => {
    const before = await stored()
    await set({ action: 'database.*', dropRate: 1 })
    expect((await cloud.call('add')).result).toMatch(/socket hang up|ECONNRESET/)
    await set({ action: 'function:add', dropRate: 1 })
    await expect(cloud.call('add')).rejects.toThrow('fetch failed')
    expect(await stored()).toBe(before + 2)
  })

  it('latency makes it wait', async () => {
    await set({ action: 'function:*', latencyMs: 300 })
    const started = Date.now()
    await cloud.call('now')
    expect(Date.now() - started).toBeGreaterThanOrEqual(295)
  })

  it('an event is delivered twice, from a phone and from a timer', async () => {
    const before = await stored()
    await set({ action: 'function:add', duplicateRate: 1 }, { action: 'timer:clock', duplicateRate: 1 })
    expect((await cloud.call('add')).result).toBe('added')
    await cloud.post('/_cloud/test/timer', { env: 'e', function: 'clock' })
    expect(await stored()).toBe(before + 4)
  })

  it('the clock jumps', async () => {
    await set({ action: 'function:now', clockJumpRate: 1, clockJumpMs: 3_600_000 })
    const before = Date.now()
    const seen = Number((await cloud.call('now')).result) - 3_600_000
    expect(seen).toBeGreaterThanOrEqual(before)
    expect(seen).toBeLessThanOrEqual(Date.now())
    await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 0 })
  })

  it('is set by tests only within reason', async () => {
    const answer = await set({ action: 'x', errorRate: -1 })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('a chance from 0 to 1')
  })
})
