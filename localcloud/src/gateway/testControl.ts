import type { FindOptions } from '../engine/found'
import type { Query } from '../engine/matcher'
import type { Order } from '../engine/sortDocuments'
import type { UnindexedMode } from '../engine/unindexed'
import type { Document } from '../engine/value'
import type { Environment } from '../environment'
import type { Environments, Making } from '../environments'
import type { FaultPlan } from '../faults'
import type { FunctionHost } from '../functions/functionHost'
import type { Timers } from '../functions/timers'
import type { Passes } from './passes'
import { Refused } from '../http'

interface Control {
  environments: Environments
  timers: (environment: Environment) => Timers
  host: FunctionHost
  passes: Passes
  /** The address for programs that use the SDK outside of functions. */
  sdkUrl: () => string
}

type Body = Record<string, unknown>

/** What tests may do that nobody else may: environments of their own, a clock that moves, a look at the documents. */
export class TestControl {
  constructor(private readonly control: Control) {}

  async answer(method: string, what: string, url: URL, raw: Buffer): Promise<unknown> {
    const body = parsed(raw)
    const asked = this.actions[`${method} ${what}`]
    if (!asked) throw new Refused(404, `there is no test control "${method} ${what}"`)
    return asked(body, url)
  }

  private readonly actions: Record<string, (body: Body, url: URL) => unknown> = {
    'POST env': body => {
      const { id, unindexed } = body as { id: string; unindexed?: UnindexedMode }
      const environment = this.control.environments.make(body as unknown as Making)
      if (unindexed) environment.engine.unindexed.mode = unindexed
      return { id }
    },
    'POST token': body => ({
      token: this.control.passes.issue({ env: String(body.env), openid: String(body.openid) }),
    }),
    'POST timer': async body => {
      const fn = String(body.function)
      const { folder } = this.control.host
      const name = String(body.trigger ?? folder.config(fn).triggers?.[0]?.name ?? 'test')
      const { result, invocation } = await this.control.timers(this.of(body)).fire(fn, name)
      return { result: JSON.parse(result) as unknown, usage: invocation.usage }
    },
    'POST cold': body => {
      this.control.host.chill(String(body.function))
      return {}
    },
    'POST faults': body => {
      const { faults } = this.of(body)
      try {
        faults.set(body as Partial<FaultPlan>)
      } catch (error) {
        throw new Refused(400, (error as Error).message)
      }
      return faults.current
    },
    'POST outbox': body => ({ messages: this.of(body).platform.outbox(Number(body.limit ?? 100)) }),
    'GET sdk': () => ({ url: this.control.sdkUrl() }),
    'GET faults': (_body, url) => {
      const { faults } = this.control.environments.get(url.searchParams.get('env') ?? '')
      return { ...faults.current, done: faults.done }
    },
    // With `timers`, those that were due in between are run, and waited for.
    'POST clock': async body => {
      const environment = this.of(body)
      const { clock } = environment
      const from = clock.now()
      clock.offset = Number(body.offsetMs)
      const fired = body.timers ? await this.control.timers(environment).fireDue(from) : []
      return { offsetMs: clock.offset, fired: fired.map(({ fn, trigger }) => `${fn}/${trigger.name}`) }
    },
    'POST find': body =>
      this.find(this.of(body), String(body.collection), (body.query ?? {}) as Query, {
        order: ((body.order ?? []) as [string, unknown][]).map(([field, direction]) => [
          field,
          direction === 'desc' || direction === -1 ? -1 : 1,
        ]),
        limit: Number(body.limit ?? 1000),
      }),
    'GET documents': (_body, url) => {
      const environment = this.control.environments.get(url.searchParams.get('env') ?? '')
      const id = url.searchParams.get('id')
      return this.find(environment, url.searchParams.get('collection') ?? '', id ? { _id: id } : {}, {
        limit: 1000,
      })
    },
    'POST explain': body =>
      this.of(body).engine.explain(String(body.collection), (body.query ?? {}) as Query, {
        order: (body.order ?? []) as Order,
        limit: Number(body.limit ?? 100),
      }),
    'POST import': body => ({
      imported: this.of(body).engine.importAll(String(body.collection), body.documents as Document[]),
    }),
    'POST unindexed': body => {
      this.of(body).engine.unindexed.mode = body.mode as UnindexedMode
      return { mode: body.mode }
    },
  }

  /** Reads past the functions: whether an index serves it does not matter here. */
  private find({ engine }: Environment, collection: string, query: Query, options: FindOptions) {
    const { unindexed } = engine
    const { mode } = unindexed
    unindexed.mode = 'allow'
    try {
      const { found, usage } = engine.find(collection, query, options)
      return { documents: found.map(({ document }) => document), usage }
    } finally {
      unindexed.mode = mode
    }
  }

  private of(body: Body): Environment {
    return this.control.environments.get(String(body.env))
  }
}

const parsed = (raw: Buffer): Body => {
  try {
    return raw.length ? (JSON.parse(raw.toString()) as Body) : {}
  } catch (error) {
    throw new Refused(400, `the body is no JSON: ${(error as Error).message}`)
  }
}
