import { Clock } from '../clock'
import type { Environment } from '../environment'
import { Faults } from '../faults'
import type { FunctionConfig } from './functionFolder'
import type { FunctionHost } from './functionHost'
import { Timers } from './timers'

// Timers by themselves, under a clock of jest's: what they call is only noted.

const hour = 3_600_000
let fired: string[] = []
let stop = () => undefined as void
const clock = new Clock()

const hourly = '0 0 * * * * *'
let config = (): FunctionConfig => ({})
let logged: string[] = []

const host = {
  folder: { names: () => ['tick'], config: () => config() },
  call: (_fn: string, { Time }: { Time: string }) => {
    fired.push(Time)
    return new Promise(() => undefined)
  },
} as unknown as FunctionHost

const firesAt = (cron: string) => {
  config = () => ({ triggers: [{ name: 'tick', type: 'timer', config: cron }] })
}

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-03-01T10:59:00Z') })
  fired = []
  logged = []
  clock.offset = 0
  firesAt(hourly)
  const environment = { id: 'e', clock, faults: new Faults() } as Environment
  stop = new Timers(host, environment, line => logged.push(line)).start()
})
afterEach(() => {
  stop()
  jest.useRealTimers()
})

it('fires each time it is due, also while the call before still runs', async () => {
  await jest.advanceTimersByTimeAsync(2 * hour)
  expect(fired).toEqual(['2026-03-01T11:00:00Z', '2026-03-01T12:00:00Z'])
})

it('fires at once when the clock is moved past its time, and does not make up for what was missed', async () => {
  clock.offset = 5 * hour
  await jest.advanceTimersByTimeAsync(1000)
  expect(fired).toEqual(['2026-03-01T11:00:00Z'])
  await jest.advanceTimersByTimeAsync(60_000)
  expect(fired.at(-1)).toBe('2026-03-01T16:00:00Z')
})

it('fires again at a time the clock is moved back to', async () => {
  await jest.advanceTimersByTimeAsync(60_000)
  clock.offset = -hour / 2
  await jest.advanceTimersByTimeAsync(hour / 2)
  expect(fired).toEqual(['2026-03-01T11:00:00Z', '2026-03-01T11:00:00Z'])
})

it('waits longer than a timer of the platform can', async () => {
  clock.offset = -60 * 24 * hour
  await jest.advanceTimersByTimeAsync(hour)
  expect(fired).toHaveLength(1)
})

it('is silent once it is stopped', async () => {
  stop()
  await jest.advanceTimersByTimeAsync(3 * hour)
  expect(fired).toEqual([])
})

it('fires by the times that a changed config.json says, and no more by those of before', async () => {
  firesAt('0 30 * * * * *')
  await jest.advanceTimersByTimeAsync(hour)
  expect(fired).toEqual(['2026-03-01T11:30:00Z'])
  config = () => ({})
  await jest.advanceTimersByTimeAsync(2 * hour)
  expect(fired).toHaveLength(1)
  firesAt(hourly)
  await jest.advanceTimersByTimeAsync(hour)
  expect(fired.slice(1)).toEqual(['2026-03-01T14:00:00Z'])
})

it('keeps its timers while a config.json cannot be read, and says so once', async () => {
  config = () => {
    throw new Error('tick/config.json cannot be used')
  }
  await jest.advanceTimersByTimeAsync(2 * hour)
  expect(fired).toHaveLength(2)
  expect(logged).toEqual(['[timer] tick/config.json cannot be used'])
})
