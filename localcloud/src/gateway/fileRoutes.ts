import type { IncomingMessage, ServerResponse } from 'node:http'
import { decodedOrSame } from '../decodedOrSame'
import type { Environment } from '../environment'
import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import { Refused } from '../http'
import type { Own } from './phoneRoutes'
import { readBody, readJson } from '../readBody'
import { contentType } from './serveStatic'

/** Stores a file as `wx.cloud.uploadFile` does. As a deployment's storage rule says, nobody writes over a file. */
export const upload = async (
  { environment, pass }: Own,
  request: IncomingMessage,
  url: URL,
): Promise<unknown> => {
  const path = url.searchParams.get('path') ?? ''
  const { files } = environment
  files.refuse(path)
  if (files.entry(path)) throw new Refused(409, 'there is a file under this path')
  const bytes = await readBody(request, limits.uploadBytes.value)
  return { fileID: files.write(path, bytes, pass.openid) }
}

/** Temporary links, file by file. */
export const tempUrls = async (
  { environment: { files } }: Own,
  request: IncomingMessage,
): Promise<unknown> => ({
  fileList: (await fileListOf(request)).map(fileID =>
    forFile(fileID, () => {
      const path = files.path(fileID)
      if (!files.entry(path)) throw new ServiceError('STORAGE_FILE_NONEXIST', fileID)
      return { tempFileURL: files.link(path, limits.linkSeconds.value) }
    }),
  ),
})

/** Removes files, file by file; a phone may remove what its owner uploaded. */
export const removeFiles = async (
  { environment, pass }: Own,
  request: IncomingMessage,
): Promise<unknown> => ({
  fileList: (await fileListOf(request)).map(fileID =>
    forFile(fileID, () => {
      const path = environment.files.path(fileID)
      const known = environment.files.entry(path)
      if (known && known.openid !== pass.openid) throw new ServiceError('STORAGE_EXCEED_AUTHORITY', fileID)
      environment.files.remove(path)
      return {}
    }),
  ),
})

const fileListOf = async (request: IncomingMessage): Promise<string[]> => {
  const { fileList } = await readJson<{ fileList?: unknown }>(request, 100_000)
  if (!Array.isArray(fileList) || fileList.some(item => typeof item !== 'string'))
    throw new Refused(400, 'fileList must be a list of file ids')
  if (fileList.length > limits.filesAtOnce.value)
    throw new Refused(400, `fileList has ${fileList.length} files; the limit is ${limits.filesAtOnce.value}`)
  return fileList as string[]
}

const forFile = (fileID: string, work: () => object) => {
  try {
    return { fileID, status: 0, errMsg: 'ok', ...work() }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    const refused = error.code === 'STORAGE_EXCEED_AUTHORITY'
    return {
      fileID,
      tempFileURL: '',
      status: refused ? -503002 : -503003,
      errMsg: refused ? 'storage permission denied' : 'storage file not exists',
    }
  }
}

/** The bytes behind a temporary link. */
export const sendFile = (
  environment: (id: string) => Environment,
  response: ServerResponse,
  { pathname, searchParams }: URL,
): void => {
  const [, , , env = '', ...rest] = pathname.split('/')
  const { files } = environment(env)
  const [expires, signature] = [searchParams.get('expires') ?? '', searchParams.get('signature') ?? '']
  const path = pathsIn(rest).find(candidate => files.allows(candidate, expires, signature))
  if (path === undefined) throw new Refused(403, 'this link is not valid (any more)')
  const bytes = files.read(path)
  if (!bytes) throw new Refused(404, 'there is no such file')
  response.writeHead(200, {
    'content-type': contentType(path),
    'content-length': bytes.length,
    'x-content-type-options': 'nosniff',
    // What people uploaded is shown, never run.
    'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox",
    'cache-control': 'private, max-age=3600',
  })
  response.end(bytes)
}

/** The paths that an address may mean: the SDK encodes the links it is given once more. */
const pathsIn = (parts: string[]): string[] => {
  try {
    const once = parts.map(decodeURIComponent)
    return [once.join('/'), ...(once.join('').includes('%') ? [once.map(decodedOrSame).join('/')] : [])]
  } catch {
    throw new Refused(400, 'the address cannot be decoded')
  }
}
