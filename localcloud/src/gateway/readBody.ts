import type { IncomingMessage } from 'node:http'

/** A body that is larger than what was allowed. */
export class BodyTooLarge extends Error {
  constructor(readonly most: number) {
    super(`the body is larger than ${most} bytes`)
    this.name = 'BodyTooLarge'
  }
}

/**
 * The whole body of a request. Throws `BodyTooLarge` as soon as it has more than `most` bytes; the rest is let go by, for a
 * connection that is cut would take the answer with it.
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
        reject(new BodyTooLarge(most))
      }
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
