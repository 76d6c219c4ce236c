import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import type { Invocation } from '../functions/invocation'
import { readBody } from '../gateway/readBody'
import { ServiceError } from '../serviceError'
import { type Answer, runAction, type WireRequest } from './actions'
import { answerOpenApi } from './openApi'
import { storageActions } from './storageActions'

interface Cloud {
  host: FunctionHost
  environment: (id: string) => Environment
}

const none = { examined: 0, returned: 0 }

/**
 * The side that the SDK inside the functions talks to, on a port of its own that only this machine reaches. Every
 * request names the invocation it belongs to, and that decides the environment: never what the request says.
 */
export class WireServer {
  private readonly server: Server
  url = ''

  constructor(private readonly cloud: Cloud) {
    this.server = createServer((request, response) => void this.serve(request, response))
  }

  async listen(): Promise<void> {
    await new Promise<void>(done => this.server.listen(0, '127.0.0.1', done))
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close(): void {
    this.server.closeAllConnections()
    this.server.close()
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'PUT' && url.pathname.startsWith('/upload/'))
      return this.upload(request, response, url)
    const requestId = randomUUID()
    let reply: unknown
    try {
      const body = await readBody(request, 60 * 1024 * 1024)
      if (/^multipart/.test(request.headers['content-type'] ?? '')) {
        response.writeHead(200, { 'content-type': 'application/octet-stream' })
        return void response.end(answerOpenApi(body, request.headers['content-type'] ?? ''))
      }
      const asked = JSON.parse(body.toString()) as WireRequest & { wxCloudApiToken?: string }
      const invocation = this.cloud.host.invocation(asked.wxCloudApiToken ?? '')
      if (!invocation)
        throw new ServiceError(
          'INVALID_REQUEST_SOURCE',
          'this request belongs to no running call of a function',
        )
      const { usage: _, ...answer } = await this.answer(asked, invocation)
      reply = { requestId, ...answer }
    } catch (error) {
      const known = error instanceof ServiceError
      if (!known) console.error(error)
      reply = { requestId, code: known ? error.code : 'SYS_ERR', message: (error as Error).message }
    }
    const text = JSON.stringify(reply)
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  }

  private async answer(asked: WireRequest, invocation: Invocation): Promise<Answer> {
    const environment = this.cloud.environment(invocation.env)
    if (asked.action === 'functions.invokeFunction') {
      const event = JSON.parse(String(asked.request_data ?? '{}')) as unknown
      const { result } = await this.cloud.host.call(String(asked.function_name), event, {
        env: invocation.env,
        ...(invocation.openid !== undefined && { openid: invocation.openid }),
        source: `${invocation.source},scf`,
        offset: environment.offset,
      })
      return { data: { response_data: JSON.stringify(result) }, usage: none }
    }
    const storage = storageActions[asked.action]
    if (storage)
      return {
        data: storage(environment.files, asked, `${this.url}/upload/${invocation.token}`),
        usage: none,
      }
    const answer = runAction(environment.engine, asked, environment.now())
    invocation.usage.ops++
    invocation.usage.examined += answer.usage.examined
    invocation.usage.returned += answer.usage.returned
    return answer
  }

  /** The second half of `uploadFile`: the SDK takes an empty body for success and XML for failure. */
  private async upload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, , token = '', ...rest] = url.pathname.split('/')
    const invocation = this.cloud.host.invocation(token)
    try {
      if (!invocation) throw new Error('this upload belongs to no running call')
      const path = decodeURIComponent(rest.join('/'))
      this.cloud.environment(invocation.env).files.write(path, await readBody(request, 100 * 1024 * 1024))
      response.writeHead(200).end()
    } catch (error) {
      const id = randomUUID()
      response
        .writeHead(403, { 'content-type': 'application/xml' })
        .end(
          `<Error><Code>AccessDenied</Code><Message>${(error as Error).message.replace(/[<&]/g, ' ')}</Message><Resource>/</Resource><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
        )
    }
  }
}
