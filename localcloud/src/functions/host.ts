import { AsyncLocalStorage } from 'node:async_hooks'
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { format } from 'node:util'
import type { HostCall, HostMessage } from './invocation'

// The process that functions run in. It has one `process.env`, one clock and one console for all calls at once, and
// functions use them as if they were alone: so each looks up the call it is asked in.
const calls = new AsyncLocalStorage<HostCall>()

const tell = (message: HostMessage) => void process.send?.(message)

const real = process.env
process.env = new Proxy(real, {
  get: (target, name) => variable(name) ?? target[name as string],
  has: (target, name) => variable(name) !== undefined || name in target,
  // The call's own variables are gone with the call; what a function sets stays, as in an instance of its own.
  set: (target, name, value) => {
    target[name as string] = String(value)
    return true
  },
  ownKeys: target => [
    ...new Set([...Reflect.ownKeys(target), ...Object.keys(calls.getStore()?.variables ?? {})]),
  ],
  getOwnPropertyDescriptor: (target, name) => {
    const value = variable(name) ?? target[name as string]
    return value === undefined ? undefined : { value, enumerable: true, configurable: true, writable: true }
  },
})
const variable = (name: string | symbol): string | undefined => calls.getStore()?.variables[name as string]

const RealDate = Date
const now = () => RealDate.now() + (calls.getStore()?.offset ?? 0)

/** `Date` with the clock of the call it is used in. */
const ShiftedDate = new Proxy(RealDate, {
  apply: () => new RealDate(now()).toString(),
  construct: (target, args: [], newTarget) =>
    Reflect.construct(target, args.length ? args : [now()], newTarget as typeof Date) as object,
  get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
})
// `new Date().constructor` is the shifted one too.
Object.defineProperty(RealDate.prototype, 'constructor', {
  value: ShiftedDate,
  writable: true,
  configurable: true,
})
globalThis.Date = ShiftedDate

for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[level] = (...values: unknown[]) => {
    const token = calls.getStore()?.variables.WX_API_TOKEN
    tell({ kind: 'print', line: format(...values), ...(token !== undefined && { token }) })
  }
}

const folder = process.argv[2] ?? ''
const load = createRequire(join(folder, 'host.js'))

type Main = (event: unknown, context: unknown) => unknown
const loaded = new Map<string, { main: Main; stamp: string }>()

/** Changes when the files of a bundle do. */
const stampOf = (fn: string): string => {
  const { mtimeMs, size, ino } = statSync(join(folder, fn, 'index.js'))
  return `${mtimeMs} ${size} ${ino}`
}

/** The function's `main`; loaded at the first call and again when its bundle has changed. */
const mainOf = ({ fn, cold }: HostCall) => {
  const stamp = stampOf(fn)
  const known = loaded.get(fn)
  if (known?.stamp === stamp && !cold) return { main: known.main, cold: false }
  const own = join(folder, fn) + '/'
  for (const cached of Object.keys(load.cache)) if (cached.startsWith(own)) delete load.cache[cached]
  const { main } = load(join(folder, fn, 'index.js')) as { main?: unknown }
  if (typeof main !== 'function') throw new Error(`${fn}/index.js exports no function named main`)
  loaded.set(fn, { main: main as Main, stamp })
  return { main: main as Main, cold: true }
}

const answer = async (call: HostCall): Promise<HostMessage> => {
  let cold = false
  try {
    const found = mainOf(call)
    cold = found.cold
    const { variables } = call
    const context = {
      request_id: variables.WX_API_TOKEN,
      function_name: call.fn,
      function_version: '$LATEST',
      namespace: variables.SCF_NAMESPACE,
      memory_limit_in_mb: 256,
      environment: JSON.stringify(variables),
      environ: Object.entries(variables)
        .map(([name, value]) => `${name}=${value}`)
        .join(';'),
    }
    const result = await found.main(call.event, context)
    return { kind: 'reply', id: call.id, result: result === undefined ? null : result, cold }
  } catch (error) {
    return { kind: 'failed', id: call.id, error: String((error as Error)?.stack ?? error), cold }
  }
}

process.on('message', (call: HostCall) => {
  void calls
    .run(call, () => answer(call))
    .then(reply => {
      try {
        tell(reply)
      } catch (error) {
        tell({
          kind: 'failed',
          id: call.id,
          error: `the result cannot be sent: ${String(error)}`,
          cold: false,
        })
      }
    })
})
// A rejection that nobody handles ends a function's instance; here it would end the calls of others too, so it is only told.
process.on('unhandledRejection', error => console.error('[unhandled rejection]', error))
process.on('disconnect', () => process.exit(0))
tell({ kind: 'ready' })
