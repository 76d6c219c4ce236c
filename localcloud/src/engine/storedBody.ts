import { limits } from '../limits'
import { writeError } from '../serviceError'
import { formatEjson } from './ejson'
import type { Document } from './value'

/** A document as it is stored. @throws when it is larger than the service allows */
export const storedBody = (document: Document): string => {
  const body = formatEjson(document)
  const { value: most } = limits.documentBytes
  // A character is at most three bytes long: most documents need not be measured.
  const bytes = body.length * 3 > most ? Buffer.byteLength(body) : 0
  if (bytes > most) throw writeError(`the document has ${bytes} bytes; the limit is ${most}`)
  return body
}
