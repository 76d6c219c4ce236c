import { ServiceError } from '../serviceError'
import type { Collection, CollectionManifest } from './collection'
import { DatabaseFile } from './databaseFile'
import type { BuiltIndex, Index } from './indexes'

/** Ids of indexes are unique in the file: the service allows far fewer on a collection. */
const indexesMost = 256

/** The collections of a file and the tables of their indexes. */
export class CollectionsFile extends DatabaseFile {
  readonly collections = new Map<string, Collection>()

  /** Opens or makes the file. @throws when it is not one of ours, made by another version, in use, or damaged */
  constructor(file: string) {
    super(file)
    this.readCollections()
  }

  /** @throws the service's error when there is no such collection */
  collection(name: string): Collection {
    const collection = this.collections.get(name)
    if (collection) return collection
    throw new ServiceError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us. 更多错误信息请访问：https://docs.cloudbase.net/error-code/basic/DATABASE_COLLECTION_NOT_EXIST`,
    )
  }

  /** The collection with this number. */
  collectionWith(id: number): Collection {
    for (const collection of this.collections.values()) if (collection.id === id) return collection
    throw new Error(`there is no collection ${id}`)
  }

  /** Creates a collection with its indexes. @throws the service's error when it is there */
  createCollection({ name, indexes }: CollectionManifest): void {
    if (this.collections.has(name))
      throw new ServiceError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        '[ResourceUnavailable.ResourceExist] Table exist.',
      )
    this.write(() => {
      const { lastInsertRowid } = this.sql("INSERT INTO collections (name, indexes) VALUES (?,'[]')").run(
        name,
      )
      const collection: Collection = { id: Number(lastInsertRowid), name, indexes: [] }
      this.db.exec(
        `CREATE TABLE c${collection.id} (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
      )
      this.collections.set(name, collection)
      for (const index of indexes) this.addIndex(collection, index)
    })
  }

  /** Takes an index away. */
  dropIndex(collection: Collection, { id }: BuiltIndex): void {
    this.write(() => {
      this.db.exec(`DROP TABLE x${id}`)
      collection.indexes = collection.indexes.filter(index => index.id !== id)
      this.saveIndexes(collection)
    })
  }

  /** Adds an index that lists nothing yet. */
  protected addIndex(collection: Collection, index: Index): BuiltIndex {
    const taken = new Set(collection.indexes.map(({ id }) => id))
    let id = collection.id * indexesMost
    while (taken.has(id)) id++
    this.db.exec(
      `CREATE TABLE x${id} (k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (k, rid)) WITHOUT ROWID`,
    )
    const built = { ...index, id, multi: [] }
    collection.indexes = [...collection.indexes, built]
    this.saveIndexes(collection)
    return built
  }

  protected saveIndexes({ id, indexes }: Collection): void {
    this.sql('UPDATE collections SET indexes=? WHERE id=?').run(JSON.stringify(indexes), id)
  }

  /** What is known of collections is in memory too: a write that is taken back may have made or changed one. */
  protected override rolledBack(): void {
    this.readCollections()
  }

  private readCollections(): void {
    this.collections.clear()
    for (const { id, name, indexes } of this.sql('SELECT id, name, indexes FROM collections').all() as {
      id: number
      name: string
      indexes: string
    }[])
      this.collections.set(name, { id, name, indexes: JSON.parse(indexes) as BuiltIndex[] })
  }
}
