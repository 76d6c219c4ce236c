import { randomUUID } from 'node:crypto'
import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import type { FunctionFolder } from './functionFolder'
import { FunctionLog } from './functionLog'
import { HostProcess } from './hostProcess'
import type { FunctionCaller, Invocation } from './invocation'
import { platformVariables } from './platformVariables'

/** What a call gave. */
export interface Answered {
  /** JSON */
  result: string
  cold: boolean
  invocation: Invocation
}

interface FunctionHostOptions {
  folder: FunctionFolder
  /** Path of the built host program. */
  program: string
  env: string
  appid: string
  sdkUrl: () => string
  /** Variables given to the functions. */
  variables: Record<string, string>
  log: (line: string) => void
}

/** Lines of a call's output that the log keeps. */
const linesKept = 500

/** Runs functions in one process of their own, started anew whenever it has ended. */
export class FunctionHost {
  readonly log = new FunctionLog()
  private process: HostProcess | undefined
  private readonly running = new Map<string, Invocation>()
  private readonly chilled = new Set<string>()
  private calls = 0

  constructor(private readonly options: FunctionHostOptions) {}

  get folder(): FunctionFolder {
    return this.options.folder
  }

  get appid(): string {
    return this.options.appid
  }

  /** The invocation behind a request of the SDK; undefined when it is over or made up. */
  invocation(token: string): Invocation | undefined {
    return this.running.get(token)
  }

  /** Has the next call of a function load it anew, as after a time without calls. */
  chill(fn: string): void {
    this.chilled.add(fn)
  }

  /**
   * Calls a function.
   * @throws `FUNCTION_NOT_FOUND`, `FUNCTIONS_EXECUTE_FAIL` with the stack of what it threw,
   * `FUNCTIONS_TIME_LIMIT_EXCEEDED`, and `FUNCTIONS_EXECUTE_FAIL` for a result of more than 6 MB
   */
  async call(fn: string, event: unknown, caller: FunctionCaller): Promise<Answered> {
    if (!this.folder.exists(fn))
      throw new ServiceError('FUNCTION_NOT_FOUND', `[ResourceNotFound.Function] Function not found: ${fn}`)
    const invocation = begin(fn, caller)
    this.running.set(invocation.token, invocation)
    const started = performance.now()
    const at = Date.now() + caller.offset
    let cold = false
    let failure: string | undefined
    try {
      const reply = await this.hostProcess().run(
        {
          ...caller,
          id: ++this.calls,
          token: invocation.token,
          fn,
          appid: this.appid,
          event,
          ...(this.chilled.delete(fn) && { cold: true }),
        },
        this.folder.seconds(fn),
      )
      cold = reply.cold
      if (reply.kind === 'failed') throw new ServiceError('FUNCTIONS_EXECUTE_FAIL', reply.error)
      refuseLarge(`the result of ${fn}`, reply.result, 'FUNCTIONS_EXECUTE_FAIL')
      return { result: reply.result, cold, invocation }
    } catch (error) {
      failure = (error as Error).message
      throw error
    } finally {
      this.running.delete(invocation.token)
      const ms = performance.now() - started
      this.log.add(invocation, { at, ms, cold, ...(failure !== undefined && { error: failure }) })
    }
  }

  /** Starts the process, so that the first call does not wait for it. */
  warm(): void {
    this.hostProcess()
  }

  stop(): void {
    this.process?.end('the local cloud is being stopped')
  }

  private hostProcess(): HostProcess {
    if (this.process) return this.process
    const { program, folder, env, sdkUrl, variables, log } = this.options
    const started: HostProcess = new HostProcess({
      program,
      folder: folder.path,
      variables: {
        ...platformVariables(env),
        TCB_CONTEXT_CNFG: JSON.stringify({ URL: sdkUrl() }),
        ...variables,
      },
      print: (line, token) => {
        const output = token === undefined ? undefined : this.running.get(token)?.output
        if (output && output.length < linesKept) output.push(line)
        log(line)
      },
      ended: () => {
        if (this.process === started) this.process = undefined
      },
    })
    return (this.process = started)
  }
}

/** @throws the error `code` for a JSON text that is larger than the service carries */
export const refuseLarge = (what: string, json: string, code: string): void => {
  const { value: most } = limits.callBytes
  // A character is at most three bytes.
  if (json.length * 3 <= most) return
  const bytes = Buffer.byteLength(json)
  if (bytes > most) throw new ServiceError(code, `${what} has ${bytes} bytes; the limit is ${most}`)
}

const begin = (fn: string, caller: FunctionCaller): Invocation => ({
  ...caller,
  fn,
  token: randomUUID(),
  usage: { ops: 0, examined: 0, returned: 0 },
  actions: [],
  transactions: new Set(),
  output: [],
})
