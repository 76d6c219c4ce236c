import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Query } from '../engine/matcher'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import { fireTimer, nextFiring } from '../functions/timers'
import { limits } from '../limits'
import { consolePage } from './consolePage'
import { isLoopback, Refused, sendHtml } from './http'
import { readJson } from './readBody'

interface ConsoleOptions {
  env: string
  environments: () => string[]
  environment: (id: string) => Environment
  functions: FunctionHost
}

const pageSize = 50

/** What `/_cloud` shows of an environment. It reads; the one thing it does is to run a timer now. Only for this machine. */
export class Console {
  constructor(private readonly options: ConsoleOptions) {}

  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<unknown> {
    if (!isLoopback(request.socket.remoteAddress ?? ''))
      throw new Refused(403, 'the console is for this machine only')
    const what = url.pathname.slice('/_cloud/console'.length).replace(/^\//, '')
    const environment = this.options.environment(url.searchParams.get('env') ?? this.options.env)
    if (request.method === 'POST' && what === 'timer') return this.runTimer(request, environment)
    if (request.method !== 'GET') throw new Refused(405, 'the console only reads')
    if (!what) return sendHtml(response, consolePage)
    const view = this.views[what]
    if (!view) throw new Refused(404, `the console has no ${what}`)
    return view(environment, url.searchParams)
  }

  private readonly views: Record<string, (environment: Environment, parameters: URLSearchParams) => unknown> =
    {
      overview: environment => ({
        env: environment.id,
        environments: this.options.environments(),
        now: environment.now(),
        offset: environment.offset,
        collections: environment.engine.names().map(name => {
          const { indexes } = environment.engine.store.collection(name)
          return {
            name,
            documents: environment.engine.count(name, {}).total,
            indexes: indexes.map(({ name, keys, unique, multi }) => ({
              name,
              keys,
              unique: !!unique,
              multikey: multi.length > 0,
            })),
          }
        }),
        unindexed: environment.engine.unindexed.queries,
        timers: this.timers(environment),
        faults: environment.faults.current,
        limits,
      }),
      documents: ({ engine }, parameters) => {
        const name = parameters.get('collection') ?? ''
        const after = parameters.get('after')
        const query: Query = after === null ? {} : { _id: { $gt: after } }
        const { found } = engine.find(name, query, { order: [['_id', 1]], limit: pageSize })
        return { documents: found.map(({ text }) => text), pageSize }
      },
      log: environment => ({
        calls: this.options.functions.log.recent().filter(({ env }) => env === environment.id),
      }),
      outbox: ({ platform }) => ({ messages: platform.outbox() }),
    }

  private timers(environment: Environment) {
    const { functions } = this.options
    return functions.names().flatMap(fn =>
      (functions.config(fn).triggers ?? []).map(trigger => ({
        function: fn,
        name: trigger.name,
        config: trigger.config,
        next: nextFiring(trigger, environment.now()),
      })),
    )
  }

  private async runTimer(request: IncomingMessage, environment: Environment): Promise<unknown> {
    const { function: fn = '', name = '' } = await readJson<{ function?: string; name?: string }>(
      request,
      10_000,
    )
    const { functions } = this.options
    if (!(functions.config(fn).triggers ?? []).some(trigger => trigger.name === name))
      throw new Refused(404, `${fn} has no timer ${name}`)
    const { result, invocation } = await fireTimer(functions, environment, fn, name)
    return { result, usage: invocation.usage }
  }
}
