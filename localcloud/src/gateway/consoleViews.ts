import { parseEjson } from '../engine/ejson'
import type { Query } from '../engine/matcher'
import type { Document } from '../engine/value'
import type { Environment } from '../environment'
import type { FaultNote, FaultPlan } from '../faults'
import type { LogEntry } from '../functions/functionLog'
import type { ActionNote } from '../functions/invocation'
import { nextFiring } from '../functions/nextFiring'
import type { Timers } from '../functions/timers'
import { type Limit, limits } from '../limits'
import type { FileEntry } from '../platform/fileStore'
import type { OutboxEntry } from '../platform/platformStore'

// What the console shows: each view is asked for by its name and answers with the type below.

export interface CollectionView {
  name: string
  documents: number
  indexes: {
    name: string
    keys: { name: string; direction: string }[]
    unique: boolean
    multikey: boolean
  }[]
}

export interface TimerView {
  function: string
  name: string
  config: string
  /** ms; null for never again. */
  next: number | null
}

/** One operation of a call, and whose. */
export type SlowAction = ActionNote & { fn: string; at: number }

export interface Views {
  overview: {
    env: string
    environments: string[]
    now: number
    /** How far the clock is ahead, ms. */
    offset: number
    mayChange: boolean
    collections: CollectionView[]
    functions: string[]
  }
  /** Those behind the id `after`, which is EJSON. */
  documents: { documents: string[]; pageSize: number }
  files: { files: FileEntry[]; pageSize: number }
  queries: {
    unindexed: { collection: string; query: string; times: number }[]
    slow: SlowAction[]
  }
  log: { calls: LogEntry[] }
  outbox: { messages: OutboxEntry[] }
  timers: { timers: TimerView[] }
  faults: { plan: FaultPlan; done: readonly FaultNote[] }
  limits: { limits: Record<string, Limit> }
}

/** What the views look at beside the environment. */
export interface Looking {
  environments: () => string[]
  recentCalls: () => LogEntry[]
  timers: (environment: Environment) => Timers
  functions: () => string[]
  mayChange: boolean
}

type View<Name extends keyof Views> = (
  environment: Environment,
  asked: URLSearchParams,
  looking: Looking,
) => Views[Name]

const pageSize = 50
const slowest = 50

/** The views by name. They only read. */
export const views: { [Name in keyof Views]: View<Name> } = {
  overview: ({ id, clock, engine }, _asked, { environments, functions, mayChange }) => ({
    env: id,
    environments: environments(),
    now: clock.now(),
    offset: clock.offset,
    mayChange,
    functions: functions(),
    collections: engine.names().map(name => ({
      name,
      documents: engine.count(name, {}).total,
      indexes: engine.store.collection(name).indexes.map(index => ({
        name: index.name,
        keys: index.keys.map(({ name: field, direction }) => ({ name: field, direction: String(direction) })),
        unique: !!index.unique,
        multikey: index.multi.length > 0,
      })),
    })),
  }),

  documents: ({ engine }, asked) => {
    const name = asked.get('collection') ?? ''
    const take = (query: Query, limit: number) =>
      engine.find(name, query, { order: [['_id', 1]], limit }).found.map(({ text }) => text)
    const after = asked.get('after')
    if (after === null) return { documents: take({}, pageSize), pageSize }
    const last = parseEjson<Document['_id']>(after)
    const documents = take({ _id: { $gt: last } }, pageSize)
    // Behind the last number come the texts.
    const texts = typeof last === 'number' ? take({ _id: { $gte: '' } }, pageSize - documents.length) : []
    return { documents: [...documents, ...texts], pageSize }
  },

  files: ({ files }, asked) => ({ files: files.list(asked.get('after') ?? '', pageSize), pageSize }),

  queries: ({ id, engine }, _asked, { recentCalls }) => ({
    unindexed: engine.unindexed.queries,
    slow: recentCalls()
      .filter(({ env }) => env === id)
      .flatMap(({ fn, at, actions }) => actions.map(action => ({ ...action, fn, at })))
      .sort((a, b) => b.ms - a.ms)
      .slice(0, slowest),
  }),

  log: ({ id }, _asked, { recentCalls }) => ({ calls: recentCalls().filter(({ env }) => env === id) }),

  outbox: ({ platform }) => ({ messages: platform.outbox() }),

  timers: (environment, _asked, { timers }) => ({
    timers: timers(environment)
      .all()
      .map(({ fn, trigger: { name, config } }) => {
        const next = nextFiring({ config }, environment.clock.now())
        return { function: fn, name, config, next: next === Infinity ? null : next }
      }),
  }),

  faults: ({ faults }) => ({ plan: faults.current, done: faults.done }),

  limits: () => ({ limits }),
}
