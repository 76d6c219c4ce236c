import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import { Refused } from '../http'
import { limits } from '../limits'
import { readBody } from '../readBody'
import { ServiceError } from '../serviceError'
import { Dropped, underFaults } from '../underFaults'
import { answerRequest } from './answerRequest'
import { type Caller, Callers } from './callers'
import { formatOpenApi, type HttpReply, jsonType, readOpenApi, runOpenApi } from './openApi'
import type { Answer, WireRequest } from './wireRequest'

interface Cloud {
  host: FunctionHost
  environment: (id: string) => Environment
  /** Signs the address for programs that use the SDK outside of functions. */
  secret: Buffer
  log: (line: string) => void
}

/** A document of the most bytes, several at once, escaped. */
const requestMost = 60 * 1024 * 1024

/** Characters of a query that the log keeps. */
const queryKept = 400

/** The side that the SDK talks to, on a port of its own that only this machine reaches. */
export class WireServer {
  private readonly server: Server
  private readonly callers: Callers
  url = ''

  constructor(private readonly cloud: Cloud) {
    this.callers = new Callers(cloud.host, cloud.secret)
    this.server = createServer((request, response) => void this.serve(request, response))
    // The SDK keeps its connections; closing one it is about to use would look like a failure of the service.
    this.server.keepAliveTimeout = 120_000
  }

  async listen(): Promise<void> {
    await new Promise<void>(done => this.server.listen(0, '127.0.0.1', done))
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** What `TCB_CONTEXT_CNFG` names for a program that uses the SDK outside of functions, with everybody's rights. */
  get directUrl(): string {
    return this.url + this.callers.directPath
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'PUT') return this.upload(request, response, url)
    const requestId = randomUUID()
    let reply: HttpReply
    try {
      const body = await readBody(request, requestMost)
      const type = request.headers['content-type'] ?? ''
      reply = /^multipart/.test(type)
        ? await this.answerMultipart(body, type, url)
        : jsonReply({ requestId, ...(await this.answerJson(body, url)) })
    } catch (error) {
      if (error instanceof Dropped) return void request.socket.destroy()
      reply = jsonReply({ requestId, ...this.errorOf(error) })
    }
    response.writeHead(200, { 'content-type': reply.type, 'content-length': Buffer.byteLength(reply.body) })
    response.end(reply.body)
  }

  private errorOf(error: unknown): { code: string; message: string } {
    const { message } = error as Error
    if (error instanceof ServiceError) return { code: error.code, message }
    if (error instanceof Refused) return { code: 'INVALID_PARAM', message }
    this.cloud.log(String((error as Error).stack))
    return { code: 'SYS_ERR', message }
  }

  private async answerJson(body: Buffer, url: URL): Promise<Omit<Answer, 'usage'>> {
    const asked = parseRequest(body)
    const caller = this.callers.of(asked, url)
    const environment = this.cloud.environment(caller.env)
    const uploads = this.url + this.callers.uploadPath(caller)
    return underFaults(environment, asked.action, async () => {
      const started = performance.now()
      const { host, log } = this.cloud
      const { usage, ...answer } = await answerRequest(asked, { host, environment, caller, uploads, log })
      note(caller, asked, usage, performance.now() - started)
      return answer
    })
  }

  private async answerMultipart(body: Buffer, type: string, url: URL): Promise<HttpReply> {
    const { action, api, token, env, parameters } = readOpenApi(body, type)
    const caller = this.callers.of({ wxCloudApiToken: token, envName: env }, url)
    const environment = this.cloud.environment(caller.env)
    const name = action === 'wx.openApi' ? api : `${action}:${api}`
    return underFaults(environment, `${action}:${api}`, async () => {
      const { host } = this.cloud
      const started = performance.now()
      const reply = await runOpenApi(name, parameters, { host, environment, caller })
      const ms = performance.now() - started
      caller.actions?.push({ action: `${action}:${api}`, examined: 0, returned: 0, ms })
      return formatOpenApi(reply)
    }).catch(refusedByWeChat)
  }

  /** The second half of `uploadFile`: the SDK takes an empty body for success and XML for failure. */
  private async upload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    try {
      const { env, path } = this.callers.uploadTarget(url.pathname)
      const bytes = await readBody(request, limits.uploadBytes.value)
      this.cloud.environment(env).files.write(path, bytes)
      response.writeHead(200).end()
    } catch (error) {
      const id = randomUUID()
      const message = (error as Error).message.replace(/[<&]/g, ' ')
      response.writeHead(403, { 'content-type': 'application/xml' })
      response.end(
        `<?xml version='1.0' encoding='utf-8' ?><Error><Code>AccessDenied</Code><Message>${message}</Message><Resource>/</Resource><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
      )
    }
  }
}

/** WeChat's own errors are numbers: a fault may name one, such as 45009. @throws any other */
const refusedByWeChat = (error: unknown): HttpReply => {
  if (error instanceof ServiceError && /^-?\d+$/.test(error.code))
    return formatOpenApi({ json: { errcode: Number(error.code), errmsg: error.message } })
  throw error
}

const parseRequest = (body: Buffer): WireRequest => {
  try {
    return JSON.parse(body.toString()) as WireRequest
  } catch {
    throw new ServiceError('INVALID_PARAM', 'the body is no JSON')
  }
}

const note = (
  caller: Caller,
  { action, collectionName, query, stages }: WireRequest,
  usage: Answer['usage'],
  ms: number,
): void => {
  if (action.startsWith('database.')) {
    caller.usage.ops++
    caller.usage.examined += usage.examined
    caller.usage.returned += usage.returned
  }
  caller.actions?.push({
    action,
    ...(collectionName !== undefined && { collection: collectionName }),
    ...((query || stages) && { query: (query ?? JSON.stringify(stages)).slice(0, queryKept) }),
    ...usage,
    ms,
  })
}

const jsonReply = (body: unknown): HttpReply => ({ type: jsonType, body: JSON.stringify(body) })
