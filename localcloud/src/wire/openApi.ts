import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import { openApis, type OpenApiReply } from '../platform/openApis'
import type { Caller } from './callers'
import { parseMultipart } from './multipart'
import { type Message, readMessage, textOf, writeMessage } from './protobuf'

/** What goes back over HTTP. */
export interface HttpReply {
  type: string
  body: Buffer | string
}

/** Exactly this type makes the SDK read JSON; any other, protobuf. */
export const jsonType = 'application/json; charset=utf-8'

/** Reads the name of the API and its call from a multipart request. */
export const readOpenApi = (body: Buffer, contentType: string) => {
  const parts = parseMultipart(body, contentType)
  const text = (name: string) => parts.get(name)?.toString() ?? ''
  return {
    action: text('action'),
    api: text('apiName'),
    token: text('wxCloudApiToken'),
    env: text('envName'),
    parameters:
      text('action') === 'wx.openApi' ? parametersIn(parts.get('requestData') ?? Buffer.alloc(0)) : {},
  }
}

/** `CommApiData` → `OpenApiData` → pairs of a key and its JSON, or raw bytes for media. */
const parametersIn = (data: Buffer): Record<string, unknown> => {
  const inner = readMessage(data).get(2)?.[0]
  if (!Buffer.isBuffer(inner)) return {}
  const pairs = (readMessage(inner).get(1) ?? [])
    .filter((pair): pair is Buffer => Buffer.isBuffer(pair))
    .map(readMessage)
  return Object.fromEntries(pairs.map(pair => [textOf(pair, 1) ?? '', valueIn(pair)]))
}

const valueIn = (pair: Message): unknown => {
  const [bytes] = pair.get(2) ?? []
  if (!Buffer.isBuffer(bytes)) return undefined
  if (pair.has(4)) return bytes
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return bytes.toString()
  }
}

// As the SDK names them; a function that calls an API says so in its `config.json`.
// https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/openapi/openapi.html
const notFound = -604100
const notPermitted = -604101

/**
 * Runs an open API. One that is not stood in for is answered as WeChat answers an API it does not have, one that the
 * function does not list under `permissions.openapi` as it answers that.
 */
export const runOpenApi = async (
  api: string,
  parameters: Record<string, unknown>,
  { host, environment, caller: { fn } }: { host: FunctionHost; environment: Environment; caller: Caller },
): Promise<OpenApiReply> => {
  const known = Object.hasOwn(openApis, api) && openApis[api]
  if (!known) return { json: { errcode: notFound, errmsg: `API not found: ${api}` } }
  if (fn !== undefined && !host.folder.config(fn).permissions?.openapi?.includes(api))
    return {
      json: {
        errcode: notPermitted,
        errmsg: `function has no permission to call this API: list "${api}" under permissions.openapi in the config.json of ${fn}`,
      },
    }
  return known(parameters, environment)
}

/** The reply as `CommOpenApiResp`; what the platform itself refuses is answered in plain JSON. */
export const formatOpenApi = (reply: OpenApiReply): HttpReply => {
  const refusal = 'json' in reply && [notFound, notPermitted].includes(reply.json.errcode)
  if (refusal) return { type: jsonType, body: JSON.stringify(reply.json) }
  const [bytes, type] =
    'json' in reply ? [JSON.stringify(reply.json), 'application/json'] : [reply.bytes, reply.type]
  const body = writeMessage([
    [1, bytes],
    [2, type],
    [4, 200],
  ])
  return { type: 'application/octet-stream', body }
}
