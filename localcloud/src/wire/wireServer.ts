import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { DocumentBusy } from '../engine/transactions'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import type { Invocation } from '../functions/invocation'
import { readBody } from '../gateway/readBody'
import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import { type Answer, runAction, runsOutside, type WireRequest } from './actions'
import { formatOpenApi, type HttpReply, jsonType, readOpenApi, runOpenApi } from './openApi'
import { storageActions } from './storageActions'

interface Cloud {
  host: FunctionHost
  environment: (id: string) => Environment
  /** Signs the address for programs that use the SDK outside of functions. */
  secret: Buffer
  log: (line: string) => void
}

type Caller = Pick<Invocation, 'env' | 'source' | 'usage' | 'token'> & Partial<Invocation>

const none = { examined: 0, returned: 0 }
const requestMost = 60 * 1024 * 1024
/** How long a write waits for the transaction that holds its document. */
const lockWaitMs = 10_000

/** The reply is not to be sent. */
class Dropped extends Error {}

/**
 * The side that the SDK talks to, on a port of its own that only this machine reaches. A request from a function names
 * the invocation it belongs to, and that decides the environment: never what the request says. Other programs use the
 * address with a key in it.
 */
export class WireServer {
  private readonly server: Server
  private readonly direct: string
  url = ''

  constructor(private readonly cloud: Cloud) {
    this.direct = `/direct/${createHmac('sha256', cloud.secret).update('sdk').digest('hex')}`
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
    return this.url + this.direct
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
      const known = error instanceof ServiceError
      if (!known) this.cloud.log(String((error as Error).stack))
      reply = jsonReply({
        requestId,
        code: known ? error.code : 'SYS_ERR',
        message: (error as Error).message,
      })
    }
    response.writeHead(200, { 'content-type': reply.type, 'content-length': Buffer.byteLength(reply.body) })
    response.end(reply.body)
  }

  private async answerJson(body: Buffer, url: URL): Promise<Omit<Answer, 'usage'>> {
    const asked = parseRequest(body)
    const caller = this.callerOf(asked, url)
    const started = performance.now()
    const environment = this.cloud.environment(caller.env)
    const fault = environment.faults.next(asked.action)
    if (fault?.delayMs) await sleep(fault.delayMs)
    if (fault?.code) throw new ServiceError(fault.code, `[InjectedFault] ${asked.action} fails on request`)
    const { usage, ...answer } = await this.answer(asked, caller, environment)
    note(caller, asked, usage, performance.now() - started)
    if (fault?.drop) throw new Dropped()
    return answer
  }

  private async answer(asked: WireRequest, caller: Caller, environment: Environment): Promise<Answer> {
    if (asked.action === 'functions.invokeFunction') return this.invoke(asked, caller, environment)
    if (asked.action === 'wx.api') {
      const parameters = JSON.parse(String(asked.requestData ?? '{}')) as Record<string, unknown>
      const reply = await runOpenApi(String(asked.apiName), parameters, environment)
      return {
        data: { responseData: JSON.stringify('json' in reply ? reply.json : { buffer: reply.bytes }) },
        usage: none,
      }
    }
    const storage = storageActions[asked.action]
    if (storage) {
      const uploads = caller.token
        ? `${this.url}/upload/${caller.token}`
        : `${this.directUrl}/upload/${caller.env}`
      return { data: storage(environment.files, asked, uploads), usage: none }
    }
    if (caller.transactions?.size && runsOutside(asked))
      this.cloud.log(
        `[transaction] ${caller.fn}: ${asked.action} on ${asked.collectionName} runs OUTSIDE the open transaction, as it does in the service: use doc(id) there`,
      )
    const answer = await patiently(() => runAction(environment.engine, asked, environment.now()))
    if (asked.action === 'database.startTransaction') caller.transactions?.add(String(answer.transactionId))
    if (asked.action === 'database.commitTransaction' || asked.action === 'database.abortTransaction')
      caller.transactions?.delete(String(asked.transactionId))
    return answer
  }

  private async invoke(asked: WireRequest, caller: Caller, environment: Environment): Promise<Answer> {
    const text = String(asked.request_data ?? '{}')
    const { value: most } = limits.callBytes
    if (text.length > most)
      throw new ServiceError(
        'INVALID_PARAM',
        `the data of the call has ${text.length} bytes; the limit is ${most}`,
      )
    const { result } = await this.cloud.host.call(String(asked.function_name), JSON.parse(text), {
      env: caller.env,
      ...(caller.openid !== undefined && { openid: caller.openid }),
      source: `${caller.source},scf`,
      offset: environment.offset,
    })
    return { data: { response_data: JSON.stringify(result) }, usage: none }
  }

  private async answerMultipart(body: Buffer, type: string, url: URL): Promise<HttpReply> {
    const { action, api, token, parameters } = readOpenApi(body, type)
    const asked: WireRequest = { action, wxCloudApiToken: token, apiName: api }
    const caller = this.callerOf(asked, url)
    const environment = this.cloud.environment(caller.env)
    const fault = environment.faults.next(`${action}:${api}`)
    if (fault?.delayMs) await sleep(fault.delayMs)
    if (fault?.code) throw new ServiceError(fault.code, `[InjectedFault] ${api} fails on request`)
    const reply = formatOpenApi(
      await runOpenApi(action === 'wx.openApi' ? api : `${action}:${api}`, parameters, environment),
    )
    if (fault?.drop) throw new Dropped()
    return reply
  }

  private callerOf(asked: WireRequest, url: URL): Caller {
    const invocation = this.cloud.host.invocation(String(asked.wxCloudApiToken ?? ''))
    if (invocation) return invocation
    if (this.isDirect(url.pathname)) {
      const env = String(asked.envName || url.searchParams.get('env') || '')
      return { env, source: 'wx_devtools', token: '', usage: { ops: 0, examined: 0, returned: 0 } }
    }
    throw new ServiceError('INVALID_REQUEST_SOURCE', 'this request belongs to no running call of a function')
  }

  private isDirect(path: string): boolean {
    const given = Buffer.from(path.slice(0, this.direct.length))
    const right = Buffer.from(this.direct)
    return given.length === right.length && timingSafeEqual(given, right)
  }

  /** The second half of `uploadFile`: the SDK takes an empty body for success and XML for failure. */
  private async upload(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    try {
      const { files, path } = this.uploadTarget(url.pathname)
      files.write(path, await readBody(request, limits.uploadBytes.value))
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

  private uploadTarget(pathname: string) {
    const isDirect = this.isDirect(pathname)
    const [, , who = '', ...rest] = (isDirect ? pathname.slice(this.direct.length) : pathname).split('/')
    const env = isDirect ? who : this.cloud.host.invocation(who)?.env
    if (env === undefined) throw new Error('this upload belongs to no running call')
    return { files: this.cloud.environment(env).files, path: rest.map(decodeURIComponent).join('/') }
  }
}

const parseRequest = (body: Buffer): WireRequest => {
  try {
    return JSON.parse(body.toString()) as WireRequest
  } catch {
    throw new ServiceError('INVALID_PARAM', 'the body is no JSON')
  }
}

/** A write outside of transactions waits for the transaction that holds its document, as it does in the service. */
const patiently = async (work: () => Answer): Promise<Answer> => {
  const deadline = Date.now() + lockWaitMs
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof DocumentBusy)) throw error
      const left = deadline - Date.now()
      if (left <= 0)
        throw new ServiceError(
          'DATABASE_REQUEST_FAILED',
          '[ResourceUnavailable.TransactionBusy] Transaction is busy.',
        )
      await Promise.race([error.ended, sleep(left, undefined, { ref: false })])
    }
  }
}

const note = (
  caller: Caller,
  { action, collectionName }: WireRequest,
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
    ...usage,
    ms,
  })
}

const jsonReply = (body: unknown): HttpReply => ({ type: jsonType, body: JSON.stringify(body) })
