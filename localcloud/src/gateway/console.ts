import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from '../environment'
import { Refused } from '../http'
import { readJson } from '../readBody'
import { changes } from './consoleChanges'
import { type Looking, type Views, views } from './consoleViews'
import { isLoopback } from './guards'
import { serveStatic } from './serveStatic'

interface ConsoleOptions extends Looking {
  /** The environment that is shown first. */
  env: string
  environment: (id: string) => Environment
  /** Folder of the built page. */
  folder: string
}

/** What `/_cloud` shows, for this machine only. It changes nothing unless the local cloud was started to allow that. */
export class Console {
  constructor(private readonly options: ConsoleOptions) {}

  /** @param path what is asked for below `/_cloud/console/` */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    { searchParams }: URL,
    path: string,
  ): Promise<unknown> {
    if (!isLoopback(request.socket.remoteAddress ?? ''))
      throw new Refused(403, 'the console is for this machine only')
    const { folder, environment } = this.options
    const [, kind, name = ''] = /^(view|change)\/(\w+)$/.exec(path) ?? []
    const env = () => environment(searchParams.get('env') ?? this.options.env)
    if (kind === 'change' && request.method === 'POST') return this.change(request, env(), name)
    if (request.method !== 'GET') throw new Refused(405, 'the console only reads')
    if (kind === 'view') return this.view(env(), name, searchParams)
    response.setHeader('content-security-policy', "default-src 'self'; frame-ancestors 'none'")
    if (serveStatic(folder, path, false, response)) return undefined
    throw new Refused(404, `the console has no ${path}`)
  }

  private view(environment: Environment, name: string, asked: URLSearchParams): unknown {
    if (!Object.hasOwn(views, name)) throw new Refused(404, `the console has no view ${name}`)
    return views[name as keyof Views](environment, asked, this.options)
  }

  private async change(request: IncomingMessage, environment: Environment, name: string): Promise<unknown> {
    if (!this.options.mayChange)
      throw new Refused(403, 'the console only reads; start the local cloud with --allow-changes')
    if (!Object.hasOwn(changes, name)) throw new Refused(404, `the console cannot change ${name}`)
    const body = await readJson<Record<string, unknown>>(request, 100_000)
    return changes[name]?.(environment, body, this.options.timers(environment))
  }
}
