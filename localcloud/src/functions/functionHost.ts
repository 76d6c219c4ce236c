import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import { FunctionLog } from './functionLog'
import type { HostCall, HostMessage, Invocation } from './invocation'

/** A trigger of a function, from its `config.json`. */
export interface Trigger {
  name: string
  type: string
  /** Seven fields: second minute hour day month weekday year. */
  config: string
}

export interface FunctionConfig {
  triggers?: Trigger[]
  /** Seconds. */
  timeout?: number
}

export interface Answered {
  result: unknown
  cold: boolean
  invocation: Invocation
}

type Reply = Extract<HostMessage, { kind: 'reply' | 'failed' }>

interface Waiting {
  done: (reply: Reply) => void
  fail: (error: Error) => void
  timer: NodeJS.Timeout
  child: ChildProcess
}

/** The app id of projects that have none of their own. */
export const appId = 'touristappid'

/** What WeChat sets in every function process; without RUNENV=SCF each SDK request loses 60 ms looking for a metadata host. */
const platformVariables = (env: string, sdkUrl: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  SCF_NAMESPACE: env,
  TCB_ENV: env,
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: sdkUrl }),
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_TRACELOG,TCB_SOURCE,TCB_SESSIONTOKEN,TCB_ROUTE_KEY',
  TZ: 'UTC',
  SILENCE: 'true',
})

/**
 * Runs functions in one process of their own. A call that outlives its time-out ends that process, and with it the
 * calls beside it: the server goes on and starts another.
 */
export class FunctionHost {
  readonly log = new FunctionLog()
  private child?: ChildProcess
  private readonly waiting = new Map<number, Waiting>()
  private readonly running = new Map<string, Invocation>()
  private readonly chilled = new Set<string>()
  private calls = 0

  constructor(
    private readonly options: {
      folder: string
      program: string
      env: string
      sdkUrl: () => string
      variables: Record<string, string>
      log: (line: string) => void
    },
  ) {}

  /** The invocation behind a request of the SDK; undefined when it is over or made up. */
  invocation(token: string): Invocation | undefined {
    return this.running.get(token)
  }

  config(fn: string): FunctionConfig {
    const file = join(this.options.folder, fn, 'config.json')
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig) : {}
  }

  exists(fn: string): boolean {
    return /^[\w-]+$/.test(fn) && existsSync(join(this.options.folder, fn, 'index.js'))
  }

  /** The functions of the folder. */
  names(): string[] {
    const { folder } = this.options
    return existsSync(folder)
      ? readdirSync(folder)
          .filter(name => this.exists(name))
          .sort()
      : []
  }

  /** Has the next call of a function load it anew, as after a time without calls. */
  chill(fn: string): void {
    this.chilled.add(fn)
  }

  /**
   * Calls a function.
   * @throws `FUNCTION_NOT_FOUND`, `FUNCTIONS_EXECUTE_FAIL` with the stack of what it threw, `FUNCTIONS_TIME_LIMIT_EXCEEDED`
   */
  async call(
    fn: string,
    event: unknown,
    caller: Pick<Invocation, 'env' | 'openid' | 'source' | 'offset'>,
  ): Promise<Answered> {
    if (!this.exists(fn))
      throw new ServiceError('FUNCTION_NOT_FOUND', `[ResourceNotFound.Function] Function not found: ${fn}`)
    const invocation: Invocation = {
      ...caller,
      fn,
      token: randomUUID(),
      usage: { ops: 0, examined: 0, returned: 0 },
      actions: [],
      transactions: new Set(),
      output: [],
    }
    this.running.set(invocation.token, invocation)
    const started = performance.now()
    const at = Date.now() + caller.offset
    let cold = false
    const note = (error?: string) =>
      this.log.add(invocation, {
        at,
        ms: performance.now() - started,
        cold,
        ...(error !== undefined && { error }),
      })
    try {
      const reply = await this.send(fn, event, invocation)
      cold = reply.cold
      if (reply.kind === 'failed') throw new ServiceError('FUNCTIONS_EXECUTE_FAIL', reply.error)
      note()
      return { result: reply.result, cold, invocation }
    } catch (error) {
      note((error as Error).message)
      throw error
    } finally {
      this.running.delete(invocation.token)
    }
  }

  /** Starts the process, so that the first call does not wait for it. */
  warm(): void {
    this.process()
  }

  stop(): void {
    const { child } = this
    this.child = undefined
    child?.removeAllListeners('exit')
    child?.kill('SIGKILL')
    if (child) this.failAll(child, 'the local cloud is being stopped')
  }

  private send(fn: string, event: unknown, invocation: Invocation): Promise<Reply> {
    const id = ++this.calls
    const { timeout = limits.functionSecondsDefault.value } = this.config(fn)
    const seconds = Math.min(timeout, limits.functionSecondsMost.value)
    const child = this.process()
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        this.options.log(
          `[function] ${fn} did not end within ${seconds} s: its process is ended and started anew`,
        )
        fail(
          new ServiceError(
            'FUNCTIONS_TIME_LIMIT_EXCEEDED',
            `Invoking task timed out after ${seconds} seconds`,
          ),
        )
        this.waiting.delete(id)
        // Calls that come from now on go to a new process.
        if (this.child === child) this.child = undefined
        child.kill('SIGKILL')
      }, seconds * 1000)
      this.waiting.set(id, { done, fail, timer, child })
      const call: HostCall = {
        kind: 'call',
        id,
        fn,
        event,
        variables: this.variablesOf(invocation),
        offset: invocation.offset,
        ...(this.chilled.delete(fn) && { cold: true }),
      }
      child.send(call)
    })
  }

  private variablesOf({ token, env, openid, source }: Invocation): Record<string, string> {
    return {
      ...platformVariables(env, this.options.sdkUrl()),
      ...(openid === undefined
        ? { WX_CONTEXT_KEYS: 'WX_APPID,WX_API_TOKEN' }
        : {
            WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
            WX_OPENID: openid,
            WX_UNIONID: `u-${openid}`,
          }),
      WX_APPID: appId,
      WX_API_TOKEN: token,
      TCB_SOURCE: source,
      TCB_SEQID: token,
    }
  }

  private process(): ChildProcess {
    if (this.child) return this.child
    const { program, folder, env, variables, log } = this.options
    const child = fork(program, [folder], {
      env: {
        PATH: process.env.PATH,
        ...platformVariables(env, this.options.sdkUrl()),
        ...variables,
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      serialization: 'json',
    })
    child.stdout?.on('data', (chunk: Buffer) => log(chunk.toString().trimEnd()))
    child.stderr?.on('data', (chunk: Buffer) => log(chunk.toString().trimEnd()))
    child.on('message', (message: HostMessage) => this.hear(message))
    child.on('exit', () => {
      if (this.child === child) this.child = undefined
      this.failAll(child, 'the process of the function ended')
    })
    return (this.child = child)
  }

  private hear(message: HostMessage): void {
    if (message.kind === 'print') {
      const invocation = message.token === undefined ? undefined : this.running.get(message.token)
      invocation?.output.push(message.line)
      this.options.log(message.line)
      return
    }
    if (message.kind === 'ready') return
    const call = this.waiting.get(message.id)
    if (!call) return
    this.waiting.delete(message.id)
    clearTimeout(call.timer)
    call.done(message)
  }

  private failAll(child: ChildProcess, why: string): void {
    for (const [id, call] of this.waiting) {
      if (call.child !== child) continue
      clearTimeout(call.timer)
      call.fail(new ServiceError('FUNCTIONS_EXECUTE_FAIL', why))
      this.waiting.delete(id)
    }
  }
}
