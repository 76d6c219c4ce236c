import { cloud, type CloudCollection } from './cloud'
import type { Collection, Direction } from './collections/collection'

// A missing document is an answer, not an exception.
const db = cloud.database({ throwOnNotFound: false })

/** Query and update commands of the SDK. */
export const _ = db.command

type Path<T> = (keyof T & string) | `${keyof T & string}.${string}`

interface Find<T> {
  where: Record<string, unknown>
  order?: [field: keyof T & string, direction: Direction]
  /** 1 – 1,000. */
  limit: number
  /** Read only these fields; dotted ones too. */
  fields?: readonly Path<T>[]
  /** Read all but these fields. */
  without?: readonly Path<T>[]
}

/**
 * Reads of one call, counted: operations are the bill and the wait. Writing is `save`'s.
 */
export class Database {
  /** Database operations so far in this call. */
  ops = 0

  /** One document by id; undefined when there is none. */
  async read<T extends { _id: string }>(collection: Collection<T>, id: string): Promise<T | undefined> {
    const { data } = await this.raw(collection).doc(id).get()
    return (data as T | null) ?? undefined
  }

  /** The documents that match, in order. Every query must be served by an index declared with the collection. */
  async find<T extends { _id: string }>(collection: Collection<T>, find: Find<T>): Promise<T[]> {
    let query = this.raw(collection).where(find.where).limit(find.limit)
    if (find.order) query = query.orderBy(find.order[0], find.order[1] === '1' ? 'asc' : 'desc')
    const fields = find.fields ?? find.without
    if (fields) query = query.field(Object.fromEntries(fields.map(field => [field, !!find.fields])))
    const { data } = await query.get()
    return data as T[]
  }

  /** How many documents match. */
  async count<T extends { _id: string }>(
    collection: Collection<T>,
    where: Record<string, unknown>,
  ): Promise<number> {
    const { total } = await this.raw(collection).where(where).count()
    return total
  }

  /** The SDK's collection, counted as one operation. For `save` and for reading above; nothing else writes. */
  raw(collection: { name: string }): CloudCollection {
    this.ops++
    return db.collection(collection.name)
  }
}
