import { type ChildProcess, fork } from 'node:child_process'
import { ServiceError } from '../serviceError'
import type { HostCall, HostMessage, HostReply } from './invocation'

interface Waiting {
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
  private lastWords = ''

  constructor(private readonly options: HostProcessOptions) {
    const { program, folder, variables, print } = options
    this.child = fork(program, [folder], {
      env: { PATH: process.env.PATH ?? '', ...variables } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      serialization: 'json',
    })
    this.child.stdout?.on('data', (chunk: Buffer) => print(chunk.toString().trimEnd()))
    this.child.stderr?.on('data', (chunk: Buffer) => {
      const text = chunk.toString()
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
   * Runs a call.
   * @throws `FUNCTIONS_TIME_LIMIT_EXCEEDED` after `seconds`, which ends the process; `FUNCTIONS_EXECUTE_FAIL` when the
   * process ends for another reason, such as the time-out of a call beside this one
   */
  run(call: HostCall, seconds: number): Promise<HostReply> {
    return new Promise((done, fail) => {
      const timer = setTimeout(() => {
        this.waiting.delete(call.id)
        fail(
          new ServiceError(
            'FUNCTIONS_TIME_LIMIT_EXCEEDED',
            `Invoking task timed out after ${seconds} seconds`,
          ),
        )
        const why = `${call.fn} did not end within ${seconds} s: its instance is ended and started anew`
        this.options.print(`[function] ${why}`)
        this.end(`${why}; this call ran in the same one`)
      }, seconds * 1000)
      this.waiting.set(call.id, { done, fail, timer })
      if (this.toSend.push(call) === 1) setImmediate(() => this.sendAll())
    })
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
    const call = this.waiting.get(message.id)
    if (!call) return
    this.waiting.delete(message.id)
    clearTimeout(call.timer)
    call.done(message)
  }
}
