import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ServiceError } from '../serviceError'
import type { HostCall, HostReply, Invocation } from './invocation'

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

interface Waiting {
  /** The process that was asked: when it ends, so does the call. */
  child: ChildProcess
  done: (reply: HostReply) => void
  fail: (error: Error) => void
  timer: NodeJS.Timeout
}

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
  private child?: ChildProcess
  private readonly waiting = new Map<number, Waiting>()
  private readonly running = new Map<string, Invocation>()
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

  /** Calls a function. Throws `FUNCTION_NOT_FOUND`, `FUNCTIONS_EXECUTE_FAIL`, `FUNCTIONS_TIME_LIMIT_EXCEEDED`. */
  async call(
    fn: string,
    event: unknown,
    caller: Pick<Invocation, 'env' | 'openid' | 'source' | 'offset'>,
  ): Promise<Answered> {
    if (!this.exists(fn))
      throw new ServiceError('FUNCTION_NOT_FOUND', `[ResourceNotFound] Function not found: ${fn}`)
    const invocation: Invocation = {
      ...caller,
      fn,
      token: randomUUID(),
      usage: { ops: 0, examined: 0, returned: 0 },
    }
    this.running.set(invocation.token, invocation)
    try {
      const reply = await this.send(fn, event, invocation)
      if (!reply.ok) throw new ServiceError('FUNCTIONS_EXECUTE_FAIL', reply.error)
      return { result: reply.result, cold: reply.cold, invocation }
    } finally {
      this.running.delete(invocation.token)
    }
  }

  stop(): void {
    this.child?.removeAllListeners('exit')
    this.child?.kill('SIGKILL')
    this.child = undefined
  }

  private send(fn: string, event: unknown, invocation: Invocation): Promise<HostReply> {
    const id = ++this.calls
    const seconds = this.config(fn).timeout ?? 3
    const child = this.process()
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        this.options.log(
          `[function] ${fn} did not end within ${seconds} s: its process is ended and started anew`,
        )
        this.waiting.delete(id)
        fail(
          new ServiceError(
            'FUNCTIONS_TIME_LIMIT_EXCEEDED',
            `Invoking task timed out after ${seconds} seconds`,
          ),
        )
        // The next call starts another process at once; this one takes the calls beside it along.
        if (this.child === child) this.child = undefined
        child.kill('SIGKILL')
      }, seconds * 1000)
      this.waiting.set(id, { child, done, fail, timer })
      const call: HostCall = {
        id,
        fn,
        event,
        variables: this.variablesOf(invocation),
        offset: invocation.offset,
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
      WX_APPID: 'touristappid',
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
      serialization: 'json',
    })
    child.stdout?.on('data', (chunk: Buffer) => log(chunk.toString().trimEnd()))
    child.stderr?.on('data', (chunk: Buffer) => log(chunk.toString().trimEnd()))
    child.on('message', (reply: HostReply) => {
      const call = this.waiting.get(reply.id)
      if (!call) return
      this.waiting.delete(reply.id)
      clearTimeout(call.timer)
      call.done(reply)
    })
    child.on('exit', () => {
      if (this.child === child) this.child = undefined
      for (const [id, call] of this.waiting) {
        if (call.child !== child) continue
        clearTimeout(call.timer)
        call.fail(new ServiceError('FUNCTIONS_EXECUTE_FAIL', 'the process of the function ended'))
        this.waiting.delete(id)
      }
    })
    return (this.child = child)
  }
}
