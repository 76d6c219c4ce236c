import { createReadStream, existsSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { createGzip } from 'node:zlib'

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

/** Answers with a file of a folder (its `index.html` for the folder itself); `false` when there is none. */
export const serveStatic = (
  folder: string,
  path: string,
  acceptsGzip: boolean,
  response: ServerResponse,
): boolean => {
  let file = normalize(join(folder, path))
  if (file !== folder && !file.startsWith(folder + sep)) return false
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
  if (!existsSync(file)) return false
  // A name with a hash of the content in it never changes.
  const hashed = /\.[0-9a-f]{8,}\./.test(file)
  const gzip = acceptsGzip && /\.(js|css|html|json|svg)$/.test(file)
  response.writeHead(200, {
    'content-type': contentType(file),
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(gzip && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
  })
  const stream = createReadStream(file)
  if (gzip) stream.pipe(createGzip()).pipe(response)
  else stream.pipe(response)
  return true
}
