import { format } from 'node:util'
import { type CurrentCall, currentCall } from './currentCall'
import type { HostCall, HostMessage, HostReply } from './invocation'
import { mainLoader } from './loadMain'
import { givePerCallClock } from './perCallClock'
import { givePerCallVariables } from './perCallVariables'
import { callVariables } from './platformVariables'

// The process that functions run in.

const toTell: HostMessage[] = []
const tellAll = () => {
  if (toTell.length) process.send?.(toTell.splice(0))
}

/** Replies that are ready together travel together. */
const tell = (reply: HostReply) => {
  if (toTell.push(reply) === 1) setImmediate(tellAll)
}

givePerCallVariables()
givePerCallClock()
for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  console[level] = (...values: unknown[]) => {
    const token = currentCall.getStore()?.token
    toTell.push({ kind: 'print', line: format(...values), ...(token !== undefined && { token }) })
    // At once: what follows may be a loop without end.
    tellAll()
  }
}

const mainOf = mainLoader(process.argv[2] ?? '')

/** The second argument of `main`. */
class Context {
  readonly memory_limit_in_mb = 256
  readonly function_version = '$LATEST'
  constructor(private readonly call: CurrentCall) {}

  get request_id() {
    return this.call.token
  }
  get function_name() {
    return this.call.fn
  }
  get namespace() {
    return this.call.env
  }
  /** As JSON, where the SDK's `parseContext` looks. */
  get environment() {
    return JSON.stringify(this.call.variables)
  }
  /** The same on older runtimes. */
  get environ() {
    return Object.entries(this.call.variables)
      .map(pair => pair.join('='))
      .join(';')
  }
}

const answer = async (call: CurrentCall): Promise<HostReply> => {
  const { id, fn, event } = call
  let cold = false
  try {
    const found = mainOf(fn, call.cold)
    cold = found.cold
    if (cold) {
      toTell.push({ kind: 'loaded', fn })
      tellAll()
    }
    const result = await found.main(event, new Context(call))
    return { kind: 'reply', id, result: JSON.stringify(result) ?? 'null', cold }
  } catch (error) {
    return { kind: 'failed', id, error: String((error as Error)?.stack ?? error), cold }
  }
}

process.on('message', (calls: HostCall[]) => {
  for (const asked of calls) {
    const call = { ...asked, variables: callVariables(asked) }
    void currentCall.run(call, () => answer(call)).then(tell)
  }
})
// A rejection that nobody handles ends a function's instance; here it would end the calls of others too: it is only told.
process.on('unhandledRejection', error => console.error('[unhandled rejection]', error))
process.on('disconnect', () => process.exit(0))
