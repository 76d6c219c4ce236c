import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import { ServiceError } from '../serviceError'
import { framePage } from './framePage'
import type { Pass, Passes } from './passes'
import { BodyTooLarge, readBody } from './readBody'
import { contentType, serveStatic } from './serveStatic'
import type { TestControl } from './testControl'

/** A demo person of the bar. */
export interface DemoPerson {
  id: string
  openid: string
  name: string
  role: string
  note?: string
  default?: boolean
}

export interface GatewayOptions {
  env: string
  title: string
  home: string
  /** URL prefix → folder. */
  folders: Record<string, string>
  people: DemoPerson[]
  host: FunctionHost
  environment: (id: string) => Environment
  passes: Passes
  test?: TestControl
}

/** A call that cannot be answered, with the HTTP status and a sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

const cookieName = 'localcloud'
/** What one call may carry, as in the service. https://cloud.tencent.com/document/product/583/11637 */
const callMost = 6 * 1024 * 1024
const uploadMost = 50 * 1024 * 1024

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<unknown> | unknown

/** The side that browsers talk to: the frame page, the app's files, calls, uploads and links. */
export class Gateway {
  readonly server: Server
  private readonly routes: Record<string, Handler>

  constructor(private readonly options: GatewayOptions) {
    this.server = createServer((request, response) => void this.serve(request, response))
    this.routes = {
      'GET /': (_request, response) => html(response, framePage(options)),
      'GET /_cloud/people': request => this.people(request),
      'POST /_cloud/sign-in': (request, response) => this.signIn(request, response),
      'POST /_cloud/upload': (request, response, url) => this.upload(request, response, url),
      'POST /_cloud/temp-urls': (request, response) => this.tempUrls(request, response),
      'POST /_cloud/delete': (request, response) => this.remove(request, response),
    }
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    try {
      const handler = this.handlerFor(request.method ?? 'GET', url.pathname)
      if (!handler) return void this.file(request, response, url)
      // A page of another site may send a form here, but no JSON of its own making: this keeps it out.
      if (request.method === 'POST' && !sameOrigin(request))
        throw new Refused(403, 'calls from another site are not answered')
      const answer = await handler(request, response, url)
      if (answer !== undefined && !response.headersSent) json(response, 200, answer)
    } catch (error) {
      if (error instanceof BodyTooLarge) json(response, 413, { error: error.message })
      else if (error instanceof Refused) json(response, error.status, { error: error.message })
      else if (error instanceof SyntaxError)
        json(response, 400, { error: `the body is no JSON: ${error.message}` })
      else if (error instanceof ServiceError)
        json(response, 400, { error: `${error.code}: ${error.message}` })
      else {
        console.error(error)
        json(response, 500, { error: 'something broke in the local cloud; its log says what' })
      }
    }
  }

  private handlerFor(method: string, path: string): Handler | undefined {
    const exact = this.routes[`${method} ${path}`]
    if (exact) return exact
    if (method === 'POST' && path.startsWith('/_cloud/call/'))
      return (request, response) => this.call(request, response, path.slice('/_cloud/call/'.length))
    if (method === 'GET' && path.startsWith('/_cloud/files/'))
      return (_request, response, url) => this.sendFile(response, url)
    const { test } = this.options
    if (test && path.startsWith('/_cloud/test/'))
      return async (request, _response, url) =>
        test.answer(method, path.slice('/_cloud/test/'.length), url, await readBody(request, 1024 ** 3))
    return undefined
  }

  private async call(request: IncomingMessage, response: ServerResponse, fn: string): Promise<unknown> {
    const pass = this.passOf(request, response)
    const event = JSON.parse((await readBody(request, callMost)).toString() || '{}') as object
    const environment = this.options.environment(pass.env)
    try {
      const { result, cold, invocation } = await this.options.host.call(
        fn,
        { ...event, userInfo: { openId: pass.openid, appId: 'touristappid' } },
        { env: pass.env, openid: pass.openid, source: 'wx_client', offset: environment.offset },
      )
      const { ops, examined, returned } = invocation.usage
      response.setHeader(
        'x-cloud-usage',
        `ops=${ops}; examined=${examined}; returned=${returned}; cold=${Number(cold)}`,
      )
      return { result, requestID: invocation.token }
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      return { errCode: -504002, errMsg: `cloud.callFunction:fail ${error.code} ${error.message}` }
    }
  }

  private people(request: IncomingMessage): unknown {
    const openid = this.options.passes.read(tokenOf(request))?.openid
    const people = this.options.people.map(({ id, name, role, note, openid: own }) => ({
      id,
      name,
      role,
      note,
      current: own === openid,
    }))
    return { people }
  }

  private async signIn(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { as } = JSON.parse((await readBody(request, 10_000)).toString() || '{}') as { as?: string }
    const person = this.options.people.find(({ id }) => id === as)
    if (!person) throw new Refused(404, `there is no demo person "${as}"`)
    return { token: this.remember(response, { env: this.options.env, openid: person.openid }) }
  }

  private async upload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<unknown> {
    const pass = this.passOf(request, response)
    const path = url.searchParams.get('path') ?? ''
    const { files } = this.options.environment(pass.env)
    // As the storage rule of a deployment says: the owner writes, and nobody writes over another's file.
    if (files.exists(path)) throw new Refused(409, 'there is a file under this path')
    return { fileID: files.write(path, await readBody(request, uploadMost)) }
  }

  private async tempUrls(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { files } = this.options.environment(this.passOf(request, response).env)
    const { fileList = [] } = JSON.parse((await readBody(request, 100_000)).toString()) as {
      fileList?: string[]
    }
    return {
      fileList: fileList.map(fileID => {
        const path = files.path(fileID)
        return files.exists(path)
          ? { fileID, tempFileURL: files.link(path, 7200), status: 0, errMsg: 'ok' }
          : { fileID, tempFileURL: '', status: -503003, errMsg: 'storage file not exists' }
      }),
    }
  }

  private async remove(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { files } = this.options.environment(this.passOf(request, response).env)
    const { fileList = [] } = JSON.parse((await readBody(request, 100_000)).toString()) as {
      fileList?: string[]
    }
    fileList.forEach(fileID => files.remove(files.path(fileID)))
    return { fileList: fileList.map(fileID => ({ fileID, status: 0, errMsg: 'ok' })) }
  }

  private sendFile(response: ServerResponse, url: URL): void {
    const [, , , env = '', ...rest] = url.pathname.split('/')
    const path = rest.map(decodeURIComponent).join('/')
    const { files } = this.options.environment(env)
    const allowed = files.allows(
      path,
      url.searchParams.get('expires') ?? '',
      url.searchParams.get('signature') ?? '',
    )
    const bytes = allowed ? files.read(path) : undefined
    if (!bytes)
      throw new Refused(
        allowed ? 404 : 403,
        allowed ? 'there is no such file' : 'this link is not valid (any more)',
      )
    response.writeHead(200, {
      'content-type': contentType(path),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    })
    response.end(bytes)
  }

  private file(request: IncomingMessage, response: ServerResponse, url: URL): void {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return json(response, 405, { error: 'not here' })
    const path = decodeURIComponent(url.pathname)
    for (const [prefix, folder] of Object.entries(this.options.folders)) {
      if (!path.startsWith(prefix)) continue
      if (
        serveStatic(
          folder,
          path.slice(prefix.length),
          /gzip/.test(request.headers['accept-encoding'] ?? ''),
          response,
        )
      )
        return
    }
    json(response, 404, { error: `there is nothing at ${url.pathname}` })
  }

  /** Who is calling; somebody new gets a pass of their own, like somebody who opens a mini program for the first time. */
  private passOf(request: IncomingMessage, response: ServerResponse): Pass {
    const known = this.options.passes.read(tokenOf(request))
    if (known) return known
    const visitor = { env: this.options.env, openid: `visitor-${randomUUID()}` }
    this.remember(response, visitor)
    return visitor
  }

  private remember(response: ServerResponse, pass: Pass): string {
    const token = this.options.passes.issue(pass)
    response.setHeader(
      'set-cookie',
      `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000`,
    )
    return token
  }
}

const tokenOf = (request: IncomingMessage): string | undefined =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ??
  new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1]

const sameOrigin = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined ||
  headers.origin === `http://${headers.host}` ||
  headers.origin === `https://${headers.host}`

const json = (response: ServerResponse, status: number, body: unknown): void => {
  if (response.headersSent) return
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}

const html = (response: ServerResponse, page: string): void => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(page)
}
