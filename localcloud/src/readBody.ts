import type { IncomingMessage } from 'node:http'
import { Refused } from './http'

/**
 * The whole body of a request. The rest of one that is too large is let go by: a connection that is cut would take the
 * answer with it.
 * @throws Refused 413 as soon as it has more than `most` bytes
 */
export const readBody = (request: IncomingMessage, most: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    let chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      else {
        chunks = []
        reject(new Refused(413, `the body is larger than ${most} bytes`))
      }
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })

/** The JSON object in a request; an empty body is an empty object. @throws Refused 400 for anything else */
export const readJson = async <T extends object>(request: IncomingMessage, most: number): Promise<T> => {
  const text = (await readBody(request, most)).toString()
  let value: unknown
  try {
    value = JSON.parse(text || '{}')
  } catch (error) {
    throw new Refused(400, `the body is no JSON: ${(error as Error).message}`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refused(400, 'the body must be a JSON object')
  return value as T
}
