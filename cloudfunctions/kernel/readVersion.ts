import { outOfVersion, type Versioned } from '../../domain/version/versioned'
import type { Collection } from './collections/collection'
import { type Database, _ } from './database'

/** The most that one read gives. */
const pageSize = 1000

/** Everything in one version of a collection, under its stable ids, in pages; with some fields left out or only some read. */
export const readVersion = async <T extends { _id: string }, Left extends keyof T & string = never>(
  db: Database,
  collection: Collection<Versioned<T>>,
  version: number,
  { without }: { without?: readonly Left[] } = {},
): Promise<Omit<T, Left>[]> => {
  const all: Omit<T, Left>[] = []
  for (let last = ''; ;) {
    const page = await db.find(collection, {
      where: { version, _id: _.gt(last) },
      order: ['_id', '1'],
      limit: pageSize,
      ...(without && { without: without as never }),
    })
    all.push(...page.map(document => outOfVersion<T>(document) as unknown as Omit<T, Left>))
    if (page.length < pageSize) return all
    last = page.at(-1)?._id ?? last
  }
}
