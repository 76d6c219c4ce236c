import type { Environment } from '../environment'
import { openApis, type OpenApiReply } from '../platform/openApis'
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

/** Runs an open API. One that is not stood in for is answered as WeChat answers an API it does not have. */
export const runOpenApi = async (
  api: string,
  parameters: Record<string, unknown>,
  environment: Environment,
): Promise<OpenApiReply> => {
  const known = openApis[api]
  if (!known) return { json: { errcode: -604100, errmsg: `API not found: ${api}` } }
  return known(parameters, environment)
}

/** The reply as `CommOpenApiResp`; an unknown API is answered in plain JSON. */
export const formatOpenApi = (reply: OpenApiReply): HttpReply => {
  if ('json' in reply) {
    const text = JSON.stringify(reply.json)
    if (reply.json.errcode === -604100) return { type: jsonType, body: text }
    return {
      type: 'application/octet-stream',
      body: writeMessage([
        [1, text],
        [2, 'application/json'],
        [4, 200],
      ]),
    }
  }
  return {
    type: 'application/octet-stream',
    body: writeMessage([
      [1, reply.bytes],
      [2, reply.type],
      [4, 200],
    ]),
  }
}
