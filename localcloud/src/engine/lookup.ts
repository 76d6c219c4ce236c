import { Lazy } from 'mingo/lazy'
import { $lookup } from 'mingo/operators/pipeline'
import type { Documents, Finder, Stage, StageOperator } from './aggregation'
import { type Document, type Fields, type Value, valuesAt } from './value'

export interface Lookup {
  from: string
  as: string
  localField?: string
  foreignField?: string
  let?: Fields
  pipeline?: Stage[]
}

/**
 * `$lookup`: the join goes through the other collection's indexes; a pipeline of its own is mingo's work on what was
 * found.
 */
export const lookup = (input: Documents, operand: Lookup, options: never, find: Finder): Documents => {
  const { from, as, localField, foreignField, pipeline, let: variables } = operand
  let all: Document[] | undefined
  return input.map(document => {
    const found =
      localField !== undefined && foreignField !== undefined
        ? matching(document, from, localField, foreignField, find)
        : (all ??= find(from, {}))
    if (!pipeline) return { ...document, [as]: found }
    const joined = ($lookup as unknown as StageOperator)(
      Lazy([document]) as never,
      { from: found, as, pipeline, ...(variables && { let: variables }) } as never,
      options,
    ) as unknown as { collect: () => Document[] }
    return joined.collect()[0]
  })
}

/** Every element of a list is looked up; what is missing finds null and what is missing. */
const matching = (
  document: Document,
  from: string,
  localField: string,
  foreignField: string,
  find: Finder,
): Document[] => {
  const values = valuesAt(document as Value, localField).flatMap(value =>
    Array.isArray(value) ? value : [value ?? null],
  )
  if (!values.length) return []
  return find(from, { [foreignField]: values.length === 1 ? (values[0] as Value) : { $in: values } })
}
