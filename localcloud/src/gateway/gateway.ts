import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import { phoneCode } from '../platform/phoneNumbers'
import { allowMessages } from '../platform/subscribeMessages'
import { ServiceError } from '../serviceError'
import { callFunction } from './callRoute'
import type { Console } from './console'
import { removeFiles, sendFile, tempUrls, upload } from './fileRoutes'
import { framePage } from './framePage'
import { isLocalName, isLoopback, isSameOrigin, Refused, sendHtml, sendJson } from './http'
import type { Passes } from './passes'
import type { DemoPerson } from './people'
import { readBody, readJson } from './readBody'
import { serveStatic } from './serveStatic'
import { Session } from './session'
import type { TestControl } from './testControl'

export interface GatewayOptions {
  env: string
  title: string
  home: string
  /** The address it is bound to. */
  host: string
  /** URL prefix → folder. */
  folders: Record<string, string>
  people: DemoPerson[]
  functions: FunctionHost
  environment: (id: string) => Environment
  passes: Passes
  console: Console
  test?: TestControl
  log: (line: string) => void
}

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => unknown

const testBodyMost = 1024 ** 3

/** The side that browsers talk to: the frame page, the app's files, calls, uploads and links. */
export class Gateway {
  readonly server: Server
  private readonly session: Session
  private readonly routes: Record<string, Handler>

  constructor(private readonly options: GatewayOptions) {
    this.server = createServer((request, response) => void this.serve(request, response))
    this.session = new Session(options.passes, options.env)
    this.routes = {
      'GET /': (_request, response) => sendHtml(response, framePage(options)),
      'GET /_cloud/people': request => this.people(request),
      'POST /_cloud/sign-in': (request, response) => this.signIn(request, response),
      'POST /_cloud/upload': (request, response, url) => upload(this.own(request, response), request, url),
      'POST /_cloud/temp-urls': (request, response) => tempUrls(this.own(request, response), request),
      'POST /_cloud/delete': (request, response) => removeFiles(this.own(request, response), request),
      'POST /_cloud/subscribe': (request, response) => this.subscribe(request, response),
      'POST /_cloud/phone-code': (request, response) => this.phoneCode(request, response),
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const url = urlOf(request)
      if (isLoopback(this.options.host) && !isLocalName(request))
        throw new Refused(
          403,
          `this server answers to 127.0.0.1 and localhost, not to ${request.headers.host}`,
        )
      const handler = this.handlerFor(request.method ?? 'GET', url.pathname)
      if (!handler) return this.file(request, response, url)
      if (request.method !== 'GET' && !isSameOrigin(request))
        throw new Refused(403, 'calls from another site are not answered')
      const answer = await handler(request, response, url)
      if (answer !== undefined) sendJson(response, 200, answer)
    } catch (error) {
      this.refuse(response, error)
    }
  }

  private refuse(response: ServerResponse, error: unknown): void {
    if (error instanceof Refused) sendJson(response, error.status, { error: error.message })
    else if (error instanceof ServiceError)
      sendJson(response, 400, { error: `${error.code}: ${error.message}` })
    else {
      this.options.log(String((error as Error)?.stack ?? error))
      sendJson(response, 500, { error: 'something broke in the local cloud; its log says what' })
    }
  }

  private handlerFor(method: string, path: string): Handler | undefined {
    const exact = this.routes[`${method} ${path}`]
    if (exact) return exact
    if (method === 'POST' && path.startsWith('/_cloud/call/')) {
      const fn = path.slice('/_cloud/call/'.length)
      return (request, response) =>
        callFunction({ ...this.own(request, response), host: this.options.functions, fn }, request, response)
    }
    if (method === 'GET' && path.startsWith('/_cloud/files/'))
      return (_request, response, url) => sendFile(this.options.environment, response, url)
    const { test, console } = this.options
    if (test && path.startsWith('/_cloud/test/'))
      return async (request, _response, url) =>
        test.answer(method, path.slice('/_cloud/test/'.length), url, await readBody(request, testBodyMost))
    if (path === '/_cloud' || path.startsWith('/_cloud/console'))
      return (request, response, url) => console.answer(request, response, url)
    return undefined
  }

  /** Who is calling, and the environment they are in. */
  private own(request: IncomingMessage, response: ServerResponse) {
    const pass = this.session.passOf(request, response)
    return { pass, environment: this.options.environment(pass.env) }
  }

  private people(request: IncomingMessage): unknown {
    const openid = this.session.known(request)?.openid
    return {
      people: this.options.people.map(({ id, name, role, note, openid: own }) => ({
        id,
        name,
        role,
        note,
        current: own === openid,
      })),
    }
  }

  private async signIn(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { as } = await readJson<{ as?: string }>(request, 10_000)
    const person = this.options.people.find(({ id }) => id === as)
    if (!person) throw new Refused(404, `there is no demo person ${JSON.stringify(as)}`)
    return { token: this.session.remember(response, { env: this.options.env, openid: person.openid }) }
  }

  private async subscribe(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { pass, environment } = this.own(request, response)
    const { templateIds } = await readJson<{ templateIds?: unknown }>(request, 10_000)
    if (!Array.isArray(templateIds) || templateIds.some(id => typeof id !== 'string'))
      throw new Refused(400, 'templateIds must be a list of template ids')
    return allowMessages(environment, pass.openid, templateIds as string[])
  }

  private phoneCode(request: IncomingMessage, response: ServerResponse): unknown {
    const { pass, environment } = this.own(request, response)
    const person = this.options.people.find(({ openid }) => openid === pass.openid)
    return { code: phoneCode(environment, pass.openid, person?.phone), errMsg: 'getPhoneNumber:ok' }
  }

  private file(request: IncomingMessage, response: ServerResponse, { pathname }: URL): void {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refused(405, `${request.method} is not answered here`)
    const path = decoded(pathname)
    const acceptsGzip = /gzip/.test(request.headers['accept-encoding'] ?? '')
    for (const [prefix, folder] of Object.entries(this.options.folders)) {
      if (`${path}/` === prefix) {
        response.writeHead(302, { location: prefix }).end()
        return
      }
      if (path.startsWith(prefix) && serveStatic(folder, path.slice(prefix.length), acceptsGzip, response))
        return
    }
    throw new Refused(404, `there is nothing at ${pathname}`)
  }
}

const urlOf = ({ url }: IncomingMessage): URL => {
  try {
    return new URL(url ?? '/', 'http://localhost')
  } catch {
    throw new Refused(400, 'the address cannot be read')
  }
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new Refused(400, `the address ${path} cannot be decoded`)
  }
}
