import { type ChildProcess, fork } from 'node:child_process'
import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import type { HostCall, HostMessage, HostReply } from './invocation'

interface Waiting {
  fn: string
  /** How long it may take once its function is loaded. */
  seconds: number
  done: (reply: HostReply) => void
  fail: (error: Error) => void
  timer: NodeJS.Timeout
}

interface HostProcessOptions {
  program: string
  /** The folder of functions. */
  folder: string
  variables: Record<string, string>
  /** A line that a function printed, and the call it belongs to where that is known. */
  print: (line: string, token?: string) => void
  /** The process is over: calls go elsewhere from now on. */
  ended: () => void
}

/** One process that runs functions, many calls at once. It ends with the first call that outlives its time. */
export class HostProcess {
  private readonly child: ChildProcess
  private readonly waiting = new Map<number, Waiting>()
  private readonly toSend: HostCall[] = []
  /** The functions that it has loaded before. */
  private readonly loaded = new Set<string>()
  private lastWords = ''

  constructor(private readonly options: HostProcessOptions) {
    const { program, folder, variables, print } = options
    this.child = fork(program, [folder], {
      env: { PATH: process.env.PATH ?? '', ...variables } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      serialization: 'json',
    })
    // By characters: a chunk may end in the middle of one.
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => print(text.trimEnd()))
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-2000)
      print(text.trimEnd())
    })
    this.child.on('message', (messages: HostMessage[]) => messages.forEach(message => this.hear(message)))
    this.child.on('error', error => this.over(`the process of the functions cannot run: ${error.message}`))
    this.child.on('exit', (code, signal) =>
      this.over(
        `the instance ended (${signal ?? `code ${code}`}) while this call ran in it\n${this.lastWords}`.trimEnd(),
      ),
    )
  }

  /**
   * Runs a call. Its time begins when its function is loaded, for which there is a limit of its own.
   * @throws `FUNCTIONS_TIME_LIMIT_EXCEEDED` after `seconds`, which ends the process; `FUNCTIONS_EXECUTE_FAIL` when the
   * process ends for another reason, such as the time-out of a call beside this one
   */
  run(call: HostCall, seconds: number): Promise<HostReply> {
    return new Promise((done, fail) => {
      const { id, fn } = call
      const most = this.loaded.has(fn) ? seconds : seconds + limits.functionLoadSeconds.value
      this.waiting.set(id, { fn, seconds, done, fail, timer: this.timer(id, most) })
      if (this.toSend.push(call) === 1) setImmediate(() => this.sendAll())
    })
  }

  private timer(id: number, seconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      const call = this.waiting.get(id)
      if (!call) return
      this.waiting.delete(id)
      const message = `Invoking task timed out after ${seconds} seconds`
      call.fail(new ServiceError('FUNCTIONS_TIME_LIMIT_EXCEEDED', message))
      const why = `${call.fn} did not end within ${seconds} s: its instance is ended and started anew`
      this.options.print(`[function] ${why}`)
      this.end(`${why}; this call ran in the same one`)
    }, seconds * 1000)
  }

  /** The time of the calls that waited for their function begins. */
  private hasLoaded(fn: string): void {
    this.loaded.add(fn)
    for (const [id, call] of this.waiting) {
      if (call.fn !== fn) continue
      clearTimeout(call.timer)
      call.timer = this.timer(id, call.seconds)
    }
  }

  /** Calls that arrive together travel together: a message between processes costs more than what is in it. */
  private sendAll(): void {
    // A process that is gone says so by itself.
    this.child.send(this.toSend.splice(0), () => undefined)
  }

  /** Ends the process at once; its calls fail with the reason. */
  end(why: string): void {
    this.over(why)
    this.child.kill('SIGKILL')
  }

  private over(why: string): void {
    this.options.ended()
    for (const { fail, timer } of this.waiting.values()) {
      clearTimeout(timer)
      fail(new ServiceError('FUNCTIONS_EXECUTE_FAIL', why))
    }
    this.waiting.clear()
  }

  private hear(message: HostMessage): void {
    if (message.kind === 'print') return this.options.print(message.line, message.token)
    if (message.kind === 'loaded') return this.hasLoaded(message.fn)
    const call = this.waiting.get(message.id)
    if (!call) return
    this.waiting.delete(message.id)
    clearTimeout(call.timer)
    call.done(message)
  }
}
