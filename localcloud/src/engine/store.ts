import { ServiceError } from '../serviceError'
import type { Collection, CollectionManifest, Row } from './collection'
import { DatabaseFile } from './databaseFile'
import { duplicateKey } from './duplicateKey'
import { parseEjson } from './ejson'
import { type BuiltIndex, idIndex, type Listing, listingOf } from './indexes'
import { orderedKey } from './orderedKey'
import { rowOf } from './rows'
import { storedBody } from './storedBody'
import { keysTaken } from './uniqueKeys'
import type { Document } from './value'

/**
 * Collections, documents and index entries in one file. A write costs the document and its own index entries, whatever
 * else is stored.
 */
export class Store extends DatabaseFile {
  readonly collections = new Map<string, Collection>()

  /** Opens or makes the file. @throws when it is not one of ours, made by another version, in use, or damaged */
  constructor(file: string) {
    super(file)
    this.readCollections()
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
      const id = Number(lastInsertRowid)
      // Ids of indexes are unique in the file: the service allows far fewer than 256 on a collection.
      const built = indexes.map((index, n) => ({ ...index, id: id * 256 + n, multi: [] }))
      this.db.exec(
        `CREATE TABLE c${id} (rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
      )
      for (const index of built)
        this.db.exec(
          `CREATE TABLE x${index.id} (k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (k, rid)) WITHOUT ROWID`,
        )
      const collection = { id, name, indexes: built }
      this.saveIndexes(collection)
      this.collections.set(name, collection)
    })
  }

  /** Inserts a document whole or not at all. @throws the service's error for a duplicate id or key */
  insert(collection: Collection, document: Document): void {
    const key = orderedKey(document._id)
    if (rowOf(this, collection, key)) throw duplicateKey(collection, idIndex, document)
    const listings = this.listings(collection, document, -1)
    const { lastInsertRowid } = this.sql(`INSERT INTO c${collection.id} (id, body) VALUES (?,?)`).run(
      key,
      storedBody(document),
    )
    const rid = Number(lastInsertRowid)
    for (const { index, keys, multi } of listings) {
      this.noteMulti(collection, index, multi)
      for (const entry of keys) this.list(index, entry, rid)
    }
  }

  /** Writes a changed document over its row, whole or not at all; only index entries that differ are touched. */
  replace(collection: Collection, row: Row, before: Document, after: Document): void {
    const listings = this.listings(collection, after, row.rid)
    this.sql(`UPDATE c${collection.id} SET body=? WHERE rid=?`).run(storedBody(after), row.rid)
    for (const { index, keys, multi } of listings) {
      const old = listingOf(index, before)
      this.noteMulti(collection, index, multi)
      for (const key of old.keys) if (!keys.some(other => other.equals(key))) this.unlist(index, key, row.rid)
      for (const key of keys) if (!old.keys.some(other => other.equals(key))) this.list(index, key, row.rid)
    }
  }

  remove(collection: Collection, row: Row, document: Document): void {
    for (const index of collection.indexes)
      for (const key of listingOf(index, document).keys) this.unlist(index, key, row.rid)
    this.sql(`DELETE FROM c${collection.id} WHERE rid=?`).run(row.rid)
  }

  /** Takes out of unique indexes the keys that a document is about to give up, so that another may have them first. */
  giveUpKeys(collection: Collection, { rid }: Row, before: Document, after: Document | undefined): void {
    const kept = after ? keysTaken(collection, after).map(({ at }) => at) : []
    for (const { index, key, at } of keysTaken(collection, before))
      if (!kept.includes(at)) this.unlist(index, key, rid)
  }

  /** The ids of the documents that hold this key in an index. */
  holders(collection: Collection, index: BuiltIndex, key: Buffer): Document['_id'][] {
    const rows = this.sql(
      `SELECT d.body body FROM x${index.id} e JOIN c${collection.id} d ON d.rid=e.rid WHERE e.k=?`,
    ).all([key]) as { body: string }[]
    return rows.map(({ body }) => parseEjson<Document>(body)._id)
  }

  /** Where a document will be listed, before anything is written. @throws the service's error for a key that is taken */
  private listings(
    collection: Collection,
    document: Document,
    rid: number,
  ): (Listing & { index: BuiltIndex })[] {
    return collection.indexes.map(index => {
      const listing = listingOf(index, document)
      if (index.unique) {
        const statement = this.sql(`SELECT rid FROM x${index.id} WHERE k=? AND rid<>?`)
        if (listing.keys.some(key => statement.get(key, rid))) throw duplicateKey(collection, index, document)
      }
      return { index, ...listing }
    })
  }

  private list(index: BuiltIndex, key: Buffer, rid: number): void {
    this.sql(`INSERT OR IGNORE INTO x${index.id} VALUES (?,?)`).run(key, rid)
  }

  private unlist(index: BuiltIndex, key: Buffer, rid: number): void {
    this.sql(`DELETE FROM x${index.id} WHERE k=? AND rid=?`).run(key, rid)
  }

  /** The first array in a field makes the index a multikey one for good. */
  private noteMulti(collection: Collection, index: BuiltIndex, multi: number[]): void {
    const fresh = multi.filter(n => !index.multi.includes(n))
    if (!fresh.length) return
    index.multi = [...index.multi, ...fresh].sort((a, b) => a - b)
    this.saveIndexes(collection)
  }

  private saveIndexes({ id, indexes }: Collection): void {
    this.sql('UPDATE collections SET indexes=? WHERE id=?').run(JSON.stringify(indexes), id)
  }
}
