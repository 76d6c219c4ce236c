import type { Document } from '../engine/document'
import type { Query } from '../engine/conditions'
import type { UnindexedMode } from '../engine/engine'
import type { Order } from '../engine/plan'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import type { Passes } from './passes'
import { Refused } from './gateway'

interface Control {
  make: (options: { id: string; seed?: string | null; copyOf?: string }) => Environment
  environment: (id: string) => Environment
  host: FunctionHost
  passes: Passes
}

type Body = Record<string, unknown>

/** What tests may do that nobody else may: environments of their own, a clock that moves, a look at the documents. */
export class TestControl {
  constructor(private readonly control: Control) {}

  async answer(method: string, what: string, url: URL, raw: Buffer): Promise<unknown> {
    const body = raw.length ? (JSON.parse(raw.toString()) as Body) : {}
    const asked = this.actions[`${method} ${what}`]
    if (!asked) throw new Refused(404, `there is no test control "${method} ${what}"`)
    return asked(body, url)
  }

  private readonly actions: Record<string, (body: Body, url: URL) => unknown> = {
    'POST env': body => {
      const { id, unindexed } = body as { id: string; unindexed?: UnindexedMode }
      const environment = this.control.make(body as { id: string })
      if (unindexed) environment.engine.unindexed = unindexed
      return { id }
    },
    'POST token': body => ({
      token: this.control.passes.issue({ env: String(body.env), openid: String(body.openid) }),
    }),
    'POST timer': async body => {
      const environment = this.of(body)
      const event = { Type: 'Timer', TriggerName: 'test', Time: new Date(environment.now()).toISOString() }
      const { result, invocation } = await this.control.host.call(String(body.function), event, {
        env: environment.id,
        source: 'wx_trigger',
        offset: environment.offset,
      })
      return { result, usage: invocation.usage }
    },
    'POST clock': body => {
      this.of(body).offset = Number(body.offsetMs)
      return { offsetMs: this.of(body).offset }
    },
    'POST find': body => {
      const { engine } = this.of(body)
      const mode = engine.unindexed
      engine.unindexed = 'allow'
      try {
        return engine.find(String(body.collection), (body.query ?? {}) as Query, {
          order: (body.order ?? []) as Order,
          limit: Number(body.limit ?? 1000),
        })
      } finally {
        engine.unindexed = mode
      }
    },
    'GET documents': (_body, url) => {
      const { engine } = this.control.environment(url.searchParams.get('env') ?? '')
      const id = url.searchParams.get('id')
      return engine.find(url.searchParams.get('collection') ?? '', id ? { _id: id } : {}, { limit: 1000 })
    },
    'POST import': body => ({
      imported: this.of(body).engine.importAll(String(body.collection), body.documents as Document[]),
    }),
    'POST unindexed': body => {
      this.of(body).engine.unindexed = body.mode as UnindexedMode
      return { mode: body.mode }
    },
  }

  private of(body: Body): Environment {
    return this.control.environment(String(body.env))
  }
}
