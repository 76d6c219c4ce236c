import type { IncomingMessage } from 'node:http'

/** A body that is larger than what was allowed. */
export class BodyTooLarge extends Error {
  constructor(readonly most: number) {
    super(`the body is larger than ${most} bytes`)
    this.name = 'BodyTooLarge'
  }
}

/** The whole body of a request. Throws `BodyTooLarge` as soon as it has more than `most` bytes. */
export const readBody = async (request: IncomingMessage, most: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) throw new BodyTooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
