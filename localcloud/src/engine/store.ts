import type { Collection, Row } from './collection'
import { CollectionsFile } from './collectionsFile'
import { duplicateKey } from './duplicateKey'
import { parseEjson } from './ejson'
import { type BuiltIndex, idIndex, type Index, type Listing, listingOf } from './indexes'
import { orderedKey } from './orderedKey'
import { rowOf, scanRows } from './rows'
import { storedBody } from './storedBody'
import { keysTaken } from './uniqueKeys'
import type { Document } from './value'

/**
 * Collections, documents and index entries in one file. A write costs the document and its own index entries, whatever
 * else is stored.
 */
export class Store extends CollectionsFile {
  /** Adds an index and lists every document in it. @throws the service's error for what it cannot list, or not twice */
  buildIndex(collection: Collection, index: Index): void {
    this.write(() => {
      const built = this.addIndex(collection, index)
      for (const { rid, body } of scanRows(this, collection)) {
        const document = parseEjson<Document>(body)
        const { keys, multi } = this.listing(collection, built, document, rid)
        this.noteMulti(collection, built, multi)
        for (const key of keys) this.list(built, key, rid)
      }
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
    return collection.indexes.map(index => ({
      index,
      ...this.listing(collection, index, document, rid),
    }))
  }

  private listing(collection: Collection, index: BuiltIndex, document: Document, rid: number): Listing {
    const listing = listingOf(index, document)
    if (index.unique) {
      const statement = this.sql(`SELECT rid FROM x${index.id} WHERE k=? AND rid<>?`)
      if (listing.keys.some(key => statement.get(key, rid))) throw duplicateKey(collection, index, document)
    }
    return listing
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
}
