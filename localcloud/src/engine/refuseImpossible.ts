import { limits } from '../limits'
import { writeError } from '../serviceError'
import { type Document, isFields, type Value } from './value'

/** Documents the database does not take: operators as names, ids that are arrays, too deep or too large. */
export const refuseImpossible = (document: Document): void => {
  for (const field in document)
    if (field.startsWith('$'))
      throw writeError(`The dollar ($) prefixed field '${field}' in '${field}' is not valid for storage.`)
  if (Array.isArray(document._id) || (document._id as unknown) instanceof RegExp)
    throw writeError("can't use an array or a regex for _id")
  const depth = depthOf(document as Value)
  if (depth > limits.documentDepth.value)
    throw writeError(
      `the document is nested ${depth} levels deep; the limit is ${limits.documentDepth.value}`,
    )
}

const depthOf = (value: Value | undefined): number => {
  if (Array.isArray(value)) return 1 + value.reduce<number>((most, item) => Math.max(most, depthOf(item)), 0)
  if (!isFields(value)) return 0
  let most = 0
  for (const key in value) {
    const item = value[key]
    if (typeof item === 'object' && item !== null) most = Math.max(most, depthOf(item))
  }
  return 1 + most
}
