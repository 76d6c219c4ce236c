import type * as z from '../../../contract/zod'

export type Direction = '1' | '-1'

export interface Index {
  name: string
  /** Field and direction, in order. At most one field of an index may hold arrays. */
  keys: readonly (readonly [field: string, direction: Direction])[]
}

/** One collection: what its documents look like and which indexes serve its queries. Uniqueness is always `_id`. */
export interface Collection<T extends { _id: string } = { _id: string }> {
  name: string
  schema: () => z.ZodMiniType<T>
  indexes: readonly Index[]
}

/** Declares a collection; the schema must fit the document type of `domain/` exactly. */
export const defineCollection = <T extends { _id: string }>(collection: Collection<T>): Collection<T> => {
  let made: z.ZodMiniType<T> | undefined
  return { ...collection, schema: () => (made ??= collection.schema()) }
}
