import type { Environment } from '../environment'
import { underFaults } from '../underFaults'
import type { Trigger } from './functionFolder'
import type { Answered, FunctionHost } from './functionHost'
import { nextFiring } from './nextFiring'

/** A timer of a function. */
export interface Timer {
  fn: string
  trigger: Trigger
}

// A longer wait than setTimeout takes is waited for in parts.
const longestWait = 2 ** 31 - 1

/** How often the functions are looked at for changed timers. */
const lookEveryMs = 1000

/** The timers of an environment: each fires by the environment's clock, also when that is moved. */
export class Timers {
  constructor(
    private readonly host: FunctionHost,
    private readonly environment: Environment,
    private readonly log: (line: string) => void,
  ) {}

  all(): Timer[] {
    const { folder } = this.host
    return folder.names().flatMap(fn => (folder.config(fn).triggers ?? []).map(trigger => ({ fn, trigger })))
  }

  /**
   * Calls a function as its timer does. `at` is the time it was to fire, which the event names to the second.
   * https://cloud.tencent.com/document/product/583/9708
   */
  fire(fn: string, name: string, at = this.environment.clock.now()): Promise<Answered> {
    const { id, clock } = this.environment
    const Time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
    const event = { Type: 'Timer', TriggerName: name, Time, Message: '' }
    return underFaults(this.environment, `timer:${fn}`, () =>
      this.host.call(fn, event, { env: id, source: 'wx_trigger', offset: clock.offset }),
    )
  }

  /**
   * Fires every timer that was due after `from` and up to now, once each however often it was due, and waits for their
   * end. Gives those that fired. @throws what a function throws
   */
  async fireDue(from: number): Promise<Timer[]> {
    const due = this.all().filter(({ trigger }) => nextFiring(trigger, from) <= this.environment.clock.now())
    for (const { fn, trigger } of due) await this.fire(fn, trigger.name)
    return due
  }

  /** Fires the timers when they are due, those of changed functions too, until what is given back is called. */
  start(): () => void {
    const running = new Map<string, () => void>()
    let said = ''
    const look = () => {
      try {
        this.keepUp(running)
        said = ''
      } catch (error) {
        // Half of a file that is being written: the timers stay as they were.
        const { message } = error as Error
        if (message !== said) this.log(`[timer] ${message}`)
        said = message
      }
    }
    look()
    const looking = setInterval(look, lookEveryMs)
    return () => {
      clearInterval(looking)
      running.forEach(stop => stop())
    }
  }

  /** Starts timers that are new and stops those that are gone; a changed one is both. */
  private keepUp(running: Map<string, () => void>): void {
    const wanted = new Map(this.all().map(timer => [JSON.stringify(timer), timer]))
    for (const [key, stop] of running) {
      if (wanted.has(key)) continue
      stop()
      running.delete(key)
    }
    for (const [key, timer] of wanted) if (!running.has(key)) running.set(key, this.keepFiring(timer))
  }

  private keepFiring({ fn, trigger }: Timer): () => void {
    const { clock } = this.environment
    let wait: NodeJS.Timeout | undefined
    let next = nextFiring(trigger, clock.now())
    const plan = () => {
      clearTimeout(wait)
      if (next === Infinity) return
      wait = setTimeout(check, Math.min(Math.max(next - clock.now(), 0), longestWait))
    }
    const check = () => {
      const due = next
      if (clock.now() >= due) {
        // One that is late is not repeated, and a call that still runs holds up nobody.
        next = nextFiring(trigger, clock.now())
        this.fire(fn, trigger.name, due).catch((error: Error) =>
          this.log(`[timer] ${fn}/${trigger.name}: ${error.message}`),
        )
      }
      plan()
    }
    const forget = clock.onMoved(() => {
      // Moved back, it is due earlier than was planned.
      next = Math.min(next, nextFiring(trigger, clock.now()))
      check()
    })
    plan()
    return () => {
      clearTimeout(wait)
      forget()
    }
  }
}
