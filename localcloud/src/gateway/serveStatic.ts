import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { createGzip } from 'node:zlib'
import { Refused } from '../http'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

/** The type of a file by its name; unknown ones are only ever downloaded. */
export const contentType = (path: string): string =>
  types[extname(path).toLowerCase()] ?? 'application/octet-stream'

/** Whether a file is in the folder when links are followed. */
const isInside = (folder: string, file: string): boolean =>
  realpathSync(file).startsWith(realpathSync(folder) + sep)

const isA = (kind: 'directory' | 'file', path: string): boolean => {
  if (!existsSync(path)) return false
  const found = statSync(path)
  return kind === 'file' ? found.isFile() : found.isDirectory()
}

/** Answers with a file of a folder (its `index.html` for the folder itself); `false` when there is none. */
export const serveStatic = (
  folder: string,
  path: string,
  acceptsGzip: boolean,
  response: ServerResponse,
): boolean => {
  if (path.includes('\0')) return false
  let file = normalize(join(folder, path))
  if (file !== folder && !file.startsWith(folder + sep)) return false
  if (isA('directory', file)) file = join(file, 'index.html')
  if (!isA('file', file) || !isInside(folder, file)) return false
  // A name with a hash of the content in it never changes.
  const hashed = /\.[0-9a-f]{8,}\./.test(file)
  const gzip = acceptsGzip && /\.(js|css|html|json|svg)$/.test(file)
  response.writeHead(200, {
    'content-type': contentType(file),
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(gzip && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
  })
  // It may be gone by now, or not ours to read.
  const stream = createReadStream(file).on('error', () => response.destroy())
  if (gzip) stream.pipe(createGzip()).pipe(response)
  else stream.pipe(response)
  return true
}

/**
 * Answers with a file of the folder whose prefix the path has.
 * @throws Refused 404 for what is not there, 405 for what does not read
 */
export const serveFolders = (
  folders: Record<string, string>,
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): void => {
  if (method !== 'GET' && method !== 'HEAD') throw new Refused(405, `${method} is not answered here`)
  const path = decoded(pathname)
  const acceptsGzip = /gzip/.test(headers['accept-encoding'] ?? '')
  for (const [prefix, folder] of Object.entries(folders)) {
    if (`${path}/` === prefix) {
      response.writeHead(302, { location: prefix }).end()
      return
    }
    if (path.startsWith(prefix) && serveStatic(folder, path.slice(prefix.length), acceptsGzip, response))
      return
  }
  throw new Refused(404, `there is nothing at ${pathname}`)
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new Refused(400, `the address ${path} cannot be decoded`)
  }
}
