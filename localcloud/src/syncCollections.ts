import type { CollectionManifest } from './engine/collection'
import type { Engine } from './engine/engine'
import type { Index } from './engine/indexes'

/**
 * Makes collections and indexes what the configuration says by now: new ones are made and filled, indexes that it does not
 * name any more go. Collections that it does not name stay. All of it is done, or nothing.
 * Throws a sentence for an index that the documents do not allow.
 */
export const syncCollections = (engine: Engine, collections: readonly CollectionManifest[]): void =>
  engine.store.write(() => collections.forEach(wanted => sync(engine, wanted)))

const sync = (engine: Engine, wanted: CollectionManifest): void => {
  const { store } = engine
  const collection = store.collections.get(wanted.name)
  if (!collection) return engine.createCollection(wanted)
  engine.refuseTooMany(wanted)
  const isIn = (indexes: readonly Index[], index: Index) => indexes.some(other => isSame(other, index))
  for (const index of collection.indexes) if (!isIn(wanted.indexes, index)) store.dropIndex(collection, index)
  for (const index of wanted.indexes) {
    if (isIn(collection.indexes, index)) continue
    try {
      store.buildIndex(collection, index)
    } catch (error) {
      throw new Error(
        `the index "${index.name}" of ${wanted.name} cannot be made: ${(error as Error).message}`,
      )
    }
  }
}

const isSame = (a: Index, b: Index): boolean => textOf(a) === textOf(b)

const textOf = ({ name, unique, keys }: Index): string =>
  JSON.stringify([name, !!unique, keys.map(key => [key.name, key.direction])])
