// What tests ask of the local cloud of their run. Each file makes an environment of its own and works there.

/** What one function call cost, as the local cloud counted it. */
export interface Usage {
  /** Database operations. */
  ops: number
  /** Documents the database looked at. */
  examined: number
  /** Documents it gave back. */
  returned: number
  /** Whether the function had to be loaded for this call. */
  cold: boolean
}

type Query = Record<string, unknown>
type Document = Record<string, unknown> & { _id: string }

/** Where the local cloud of this test run answers. */
export const cloudUrl = () => {
  const url = process.env.LOCAL_CLOUD_URL
  if (!url) throw new Error('No local cloud: run this test through jest (projects cloud, browser and weapp)')
  return url
}

/**
 * One request to the local cloud, on a connection of its own: one kept from before may be closed by the server in the very
 * moment it is used again, after a while in which nothing was asked.
 * @throws when it answers with anything but 2xx, naming the path and what it said
 */
const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers)
  headers.set('connection', 'close')
  const response = await fetch(cloudUrl() + path, { ...init, headers })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response
}

const post = async (path: string, body: unknown, token?: string): Promise<Response> =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })

const readUsage = (header: string | null): Usage => {
  const counted = new Map((header ?? '').split(';').map(part => part.trim().split('=') as [string, string]))
  const number = (name: string) => Number(counted.get(name) ?? Number.NaN)
  return {
    ops: number('ops'),
    examined: number('examined'),
    returned: number('returned'),
    cold: number('cold') > 0,
  }
}

/** An error of the platform (time-out, no such function, exception in a function), not of an action. */
export class CloudError extends Error {
  override readonly name = 'CloudError'
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(`${errCode} ${errMsg}`)
  }
}

interface NewEnvironment {
  id: string
  /** A folder with seed files; nothing is loaded when left out. */
  seed?: string | null
  /** An environment to copy instead. */
  copyOf?: string
  /** What becomes of a query that no index serves. */
  unindexed?: 'error' | 'warn' | 'allow'
}

/** Makes an environment: a database of its own with the collections and indexes of the functions. */
export const makeEnvironment = async ({
  id,
  seed = null,
  copyOf,
  unindexed,
}: NewEnvironment): Promise<void> => {
  await post('/_cloud/test/env', { id, ...(copyOf ? { copyOf } : { seed }) })
  if (unindexed) await post('/_cloud/test/unindexed', { env: id, mode: unindexed })
}

/** A token that signs this openid in to the environment. */
export const tokenFor = async (env: string, openid: string): Promise<string> => {
  const response = await post('/_cloud/test/token', { env, openid })
  return ((await response.json()) as { token: string }).token
}

/**
 * Calls a function as the phone would.
 * @throws {CloudError} when the function ended without a result
 */
export const callFunction = async <Result = unknown>(
  token: string,
  name: string,
  event: unknown,
): Promise<{ result: Result; usage: Usage }> => {
  const response = await post(`/_cloud/call/${name}`, event, token)
  const body = (await response.json()) as { result: Result; errCode?: number; errMsg?: string }
  if (body.errCode) throw new CloudError(body.errCode, body.errMsg ?? '')
  return { result: body.result, usage: readUsage(response.headers.get('x-cloud-usage')) }
}

/** What the button for the phone number gives somebody who is signed in: a code for their number, for one use. */
export const phoneCode = async (token: string): Promise<string> =>
  ((await (await post('/_cloud/phone-code', {}, token)).json()) as { code: string }).code

/** Stores a file as the phone would; its file id. */
export const upload = async (token: string, path: string, bytes: Uint8Array): Promise<string> => {
  const response = await ask(`/_cloud/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  })
  return ((await response.json()) as { fileID: string }).fileID
}

/** Runs the timer trigger of a function now and waits for its end. */
export const runTimer = async (env: string, name: string): Promise<void> => {
  await post('/_cloud/test/timer', { env, function: name })
}

/** Sets how far the clock of the environment's functions (and server dates) is ahead of ours, in ms. */
export const shiftClock = async (env: string, offsetMs: number): Promise<void> => {
  await post('/_cloud/test/clock', { env, offsetMs })
}

/** Stored documents, read past the functions. */
export const findDocuments = async (
  env: string,
  collection: string,
  query: Query | object = {},
  { order, limit }: { order?: [string, 'asc' | 'desc'][]; limit?: number } = {},
): Promise<Document[]> => {
  const response = await post('/_cloud/test/find', { env, collection, query, order, limit })
  return ((await response.json()) as { documents: Document[] }).documents
}

/** Stores documents as they are, past the functions. */
export const importDocuments = async (
  env: string,
  collection: string,
  documents: object[],
): Promise<void> => {
  await post('/_cloud/test/import', { env, collection, documents })
}

/** Sets what goes wrong in the environment; an empty list ends it. */
export const setFaults = async (env: string, rules: object[], seed = 1): Promise<void> => {
  await post('/_cloud/test/faults', { env, rules, seed })
}

/** The bytes of a stored file, by its id, through a temporary link such as the phone gets. */
export const fileBytes = async (env: string, fileID: string): Promise<Buffer> => {
  const token = await tokenFor(env, 'reads-files')
  const response = await post('/_cloud/temp-urls', { fileList: [fileID] }, token)
  const { fileList } = (await response.json()) as { fileList: { tempFileURL: string }[] }
  return Buffer.from(await (await fetch(fileList[0]?.tempFileURL ?? '')).arrayBuffer())
}
