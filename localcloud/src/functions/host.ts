import { AsyncLocalStorage } from 'node:async_hooks'
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { HostCall, HostReply } from './invocation'

// The process that functions run in. It has one `process.env` and one clock for all calls at once, and the SDK reads
// both when it is asked: so both look up the call they are asked in.
const calls = new AsyncLocalStorage<HostCall>()

const real = process.env
process.env = new Proxy(real, {
  get: (target, name) => calls.getStore()?.variables[name as string] ?? target[name as string],
  has: (target, name) => name in (calls.getStore()?.variables ?? {}) || name in target,
})

const RealDate = Date
const now = () => RealDate.now() + (calls.getStore()?.offset ?? 0)

/** `Date` with the clock of the call it is used in. */
class ShiftedDate extends RealDate {
  constructor(...args: [] | [number]) {
    super(...((args.length ? args : [now()]) as [number]))
  }
  static override now = now
  // Dates that the engine itself makes are dates too.
  static override [Symbol.hasInstance] = (value: unknown) => value instanceof RealDate
}
globalThis.Date = ShiftedDate as unknown as DateConstructor

const folder = process.argv[2] ?? ''
const load = createRequire(join(folder, 'host.js'))
const loaded = new Map<string, { main: (event: unknown, context: unknown) => unknown; changed: number }>()

/** The function's `main`; loaded at the first call and again when its bundle has changed. */
const mainOf = (fn: string) => {
  const file = join(folder, fn, 'index.js')
  const changed = statSync(file).mtimeMs
  const known = loaded.get(fn)
  if (known?.changed === changed) return { main: known.main, cold: false }
  for (const cached of Object.keys(load.cache))
    if (cached.startsWith(join(folder, fn))) delete load.cache[cached]
  const { main } = load(file) as { main?: unknown }
  if (typeof main !== 'function') throw new Error(`${fn}/index.js exports no function named main`)
  loaded.set(fn, { main: main as never, changed })
  return { main: main as (event: unknown, context: unknown) => unknown, cold: true }
}

const answer = async (call: HostCall): Promise<HostReply> => {
  let cold = false
  try {
    const found = mainOf(call.fn)
    cold = found.cold
    const context = {
      request_id: call.variables.WX_API_TOKEN,
      function_name: call.fn,
      memory_limit_in_mb: 256,
    }
    const result = await found.main(call.event, context)
    return { id: call.id, ok: true, result: result === undefined ? null : result, cold }
  } catch (error) {
    return { id: call.id, ok: false, error: String((error as Error)?.stack ?? error), cold }
  }
}

process.on('message', (call: HostCall) => {
  void calls.run(call, () => answer(call)).then(reply => process.send?.(reply))
})
// A rejection that nobody handles ends a function instance; here it would end the calls of others too, so it is only told.
process.on('unhandledRejection', error => console.error('[unhandled]', error))
process.on('disconnect', () => process.exit(0))
