import { randomBytes } from 'node:crypto'
import Database from 'libsql'
import { databaseError, ServiceError } from '../serviceError'
import { conditionsOf, type Query } from './conditions'
import { type Document, formatEjson, parseEjson, valuesAt } from './document'
import { type Index, indexKeys } from './indexes'
import { matcher } from './matcher'
import { compareValues, orderedKey } from './orderedKey'
import { type Order, type Plan, planFor } from './plan'

/** What an operation cost: documents read from the file, and documents it gave or changed. */
export interface Usage {
  examined: number
  returned: number
}

export interface Found {
  documents: Document[]
  usage: Usage
}

export interface CollectionManifest {
  name: string
  indexes: Index[]
}

interface Collection {
  id: number
  indexes: (Index & { id: number })[]
}

const schema = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, indexes TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (rid INTEGER PRIMARY KEY, collection INTEGER NOT NULL, id BLOB NOT NULL, body TEXT NOT NULL, UNIQUE (collection, id));
CREATE TABLE IF NOT EXISTS entries (ix INTEGER NOT NULL, k BLOB NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (ix, k, rid)) WITHOUT ROWID;
`

/** How unindexed queries are met: silently, with a line in the log, or as an error. */
export type UnindexedMode = 'allow' | 'warn' | 'error'

/**
 * Documents in one SQLite file. A write is on the disk before it is answered (WAL, synchronous=FULL), costs the
 * document and its index entries, and never touches another document.
 */
export class Engine {
  unindexed: UnindexedMode = 'warn'
  private readonly db: Database.Database
  private readonly collections = new Map<string, Collection>()
  private readonly statements = new Map<string, Database.Statement>()

  constructor(file: string) {
    this.db = new Database(file)
    this.db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;')
    this.db.exec(schema)
    for (const row of this.sql('SELECT id, name, indexes FROM collections').all() as {
      id: number
      name: string
      indexes: string
    }[]) {
      this.collections.set(row.name, {
        id: row.id,
        indexes: numbered(row.id, JSON.parse(row.indexes) as Index[]),
      })
    }
  }

  /** A remembered value about the file itself. */
  meta(name: string): string | undefined {
    return (this.sql('SELECT value FROM meta WHERE name=?').get(name) as { value: string } | undefined)?.value
  }

  setMeta(name: string, value: string): void {
    this.sql('INSERT OR REPLACE INTO meta VALUES (?,?)').run(name, value)
  }

  /** Creates a collection with its indexes. Throws the service's error when it is there. */
  createCollection({ name, indexes }: CollectionManifest): void {
    if (this.collections.has(name)) {
      throw new ServiceError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        '[ResourceUnavailable.ResourceExist] Table exist.',
      )
    }
    const { lastInsertRowid } = this.sql('INSERT INTO collections (name, indexes) VALUES (?,?)').run(
      name,
      JSON.stringify(indexes),
    )
    const id = Number(lastInsertRowid)
    this.collections.set(name, { id, indexes: numbered(id, indexes) })
  }

  names(): string[] {
    return [...this.collections.keys()].sort()
  }

  /** Inserts all or, at the first that cannot be, those before it, as an ordered insert does. Gives the ids. */
  insert(name: string, documents: Document[]): (string | number)[] {
    const collection = this.collection(name)
    const ids: (string | number)[] = []
    let refused: Error | undefined
    this.write(() => {
      for (const document of documents) {
        try {
          ids.push(this.insertOne(name, collection, document))
        } catch (error) {
          refused = error as Error
          return
        }
      }
    })
    if (refused) throw refused
    return ids
  }

  /** Inserts many known-good documents at once, for seeding. */
  importAll(name: string, documents: Iterable<Document>): number {
    const collection = this.collection(name)
    let n = 0
    this.write(() => {
      for (const document of documents) {
        this.removeOne(collection, document._id)
        this.insertOne(name, collection, document)
        n++
      }
    })
    return n
  }

  /** One document by id, as its stored text. */
  text(name: string, id: Document['_id']): string | undefined {
    const row = this.sql('SELECT body FROM documents WHERE collection=? AND id=?').get(
      this.collection(name).id,
      orderedKey(id),
    )
    return (row as { body: string } | undefined)?.body
  }

  /** The documents that match, in order, from `offset` on, `limit` at most. */
  find(name: string, query: Query, { order = [] as Order, offset = 0, limit = Infinity } = {}): Found {
    const usage = { examined: 0, returned: 0 }
    const wanted = offset + limit
    const documents: Document[] = []
    const { source, ordered } = this.source(name, query, order, usage)
    for (const document of source) {
      documents.push(document)
      if (ordered && documents.length >= wanted) break
    }
    if (!ordered) documents.sort((a, b) => compareBy(a, b, order))
    const page = documents.slice(offset, wanted)
    usage.returned = page.length
    return { documents: page, usage }
  }

  /** How many documents match; from the index alone when it covers the query. */
  count(name: string, query: Query): { total: number; usage: Usage } {
    const collection = this.collection(name)
    const conditions = conditionsOf(query)
    if (!conditions.fields.size && conditions.complete) {
      const { n } = this.sql('SELECT count(*) n FROM documents WHERE collection=?').get(collection.id) as {
        n: number
      }
      return { total: n, usage: { examined: 0, returned: 0 } }
    }
    const plan = planFor(collection.indexes, conditions, [])
    if (plan?.exact) {
      const total = plan.ranges.reduce((sum, { from, to }) => {
        const row = this.sql('SELECT count(DISTINCT rid) n FROM entries WHERE ix=? AND k>=? AND k<?').get(
          indexId(plan),
          from,
          to,
        )
        return sum + (row as { n: number }).n
      }, 0)
      return { total, usage: { examined: 0, returned: 0 } }
    }
    const { documents, usage } = this.find(name, query)
    return { total: documents.length, usage: { ...usage, returned: 0 } }
  }

  /** Changes the first or all documents that match. `change` gives the new document. Gives how many matched. */
  update(
    name: string,
    query: Query,
    multi: boolean,
    change: (document: Document) => Document,
  ): { updated: number; usage: Usage } {
    const collection = this.collection(name)
    let found: Found = { documents: [], usage: { examined: 0, returned: 0 } }
    this.write(() => {
      found = this.find(name, query, multi ? {} : { limit: 1 })
      for (const before of found.documents) this.replaceOne(name, collection, before, change(before))
    })
    return { updated: found.documents.length, usage: found.usage }
  }

  /** Replaces the document with this id, or creates it. */
  put(name: string, document: Document): { created: boolean } {
    const collection = this.collection(name)
    let created = false
    this.write(() => {
      created = !this.removeOne(collection, document._id)
      this.insertOne(name, collection, document)
    })
    return { created }
  }

  /** Removes the first or all documents that match. */
  remove(name: string, query: Query, multi: boolean): { deleted: number; usage: Usage } {
    const collection = this.collection(name)
    let found: Found = { documents: [], usage: { examined: 0, returned: 0 } }
    this.write(() => {
      found = this.find(name, query, multi ? {} : { limit: 1 })
      for (const { _id } of found.documents) this.removeOne(collection, _id)
    })
    return { deleted: found.documents.length, usage: found.usage }
  }

  close(): void {
    this.db.close()
  }

  private source(
    name: string,
    query: Query,
    order: Order,
    usage: Usage,
  ): { source: Iterable<Document>; ordered: boolean } {
    const collection = this.collection(name)
    const conditions = conditionsOf(query)
    const id = conditions.fields.get('_id')
    const tested = Object.keys(query).length ? matcher(query) : undefined
    const count = function* (rows: Iterable<{ body: string }>, test = tested) {
      for (const { body } of rows) {
        usage.examined++
        const document = parseEjson<Document>(body, 0)
        if (!test || test(document)) yield document
      }
    }
    const keys = id && ('equal' in id ? [id.equal] : id.oneOf && [...new Set(id.oneOf)])
    if (keys) {
      const rows = keys.flatMap(key => {
        const row = this.sql('SELECT body FROM documents WHERE collection=? AND id=?').get(
          collection.id,
          orderedKey(key),
        )
        return row ? [row as { body: string }] : []
      })
      return { source: count(rows), ordered: keys.length === 1 || !order.length }
    }
    // `_id` orders the documents themselves: an index that every collection has.
    const byId = planFor([{ name: '_id', keys: [{ name: '_id', direction: '1' }] }], conditions, order)
    const plan = planFor(collection.indexes, conditions, order)
    if (plan && (plan.ordered || !byId?.ordered))
      return { source: count(this.listed(plan), plan.exact ? undefined : tested), ordered: plan.ordered }
    if (byId) {
      const [{ from, to }] = byId.ranges as [{ from: Buffer; to: Buffer }]
      const rows = this.sql(
        `SELECT body FROM documents WHERE collection=? AND id>=? AND id<? ORDER BY id ${byId.backwards ? 'DESC' : 'ASC'}`,
      ).iterate(collection.id, from, to)
      return { source: count(rows as Iterable<{ body: string }>), ordered: byId.ordered }
    }
    if (Object.keys(query).length || order.length) this.meetUnindexed(name, query, order)
    const rows = this.sql('SELECT body FROM documents WHERE collection=? ORDER BY rid').iterate(collection.id)
    return { source: count(rows as Iterable<{ body: string }>), ordered: !order.length }
  }

  private *listed(plan: Plan): Iterable<{ body: string }> {
    const direction = plan.backwards ? 'DESC' : 'ASC'
    const statement = this.sql(
      `SELECT d.rid rid, d.body body FROM entries e JOIN documents d ON d.rid=e.rid WHERE e.ix=? AND e.k>=? AND e.k<? ORDER BY e.k ${direction}, e.rid ${direction}`,
    )
    // An array lists its document several times.
    const seen = new Set<number>()
    for (const { from, to } of plan.backwards ? [...plan.ranges].reverse() : plan.ranges) {
      for (const row of statement.iterate(indexId(plan), from, to) as Iterable<{
        rid: number
        body: string
      }>) {
        if (seen.has(row.rid)) continue
        seen.add(row.rid)
        yield row
      }
    }
  }

  private meetUnindexed(name: string, query: Query, order: Order): void {
    if (this.unindexed === 'allow') return
    const message = `no index serves ${name} ${formatEjson(query)}${order.length ? ` sorted by ${JSON.stringify(order)}` : ''}`
    if (this.unindexed === 'error') throw databaseError(`unindexed query: ${message}`)
    console.warn(`[unindexed] ${message}`)
  }

  private collection(name: string): Collection {
    const collection = this.collections.get(name)
    if (!collection) {
      throw new ServiceError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
      )
    }
    return collection
  }

  private insertOne(name: string, collection: Collection, given: Document): Document['_id'] {
    const _id = given._id ?? randomBytes(16).toString('hex')
    const document = { ...given, _id }
    for (const field of Object.keys(document)) {
      if (field.startsWith('$'))
        throw databaseError(
          `multiple write errors: [{write errors: [{invalid field name ${field}}]}, {<nil>}]`,
        )
    }
    const id = orderedKey(_id)
    if (this.sql('SELECT 1 FROM documents WHERE collection=? AND id=?').get(collection.id, id)) {
      throw duplicate(name, '_id_', `{ _id: ${JSON.stringify(_id)} }`)
    }
    // Unique keys are looked at before anything is written: a refused document must leave nothing behind.
    const listed = collection.indexes.map(index => ({ index, keys: indexKeys(index, document) }))
    for (const { index, keys } of listed) this.refuseDuplicate(name, index, keys, -1)
    const { lastInsertRowid } = this.sql('INSERT INTO documents (collection, id, body) VALUES (?,?,?)').run(
      collection.id,
      id,
      formatEjson(document),
    )
    const rid = Number(lastInsertRowid)
    for (const { index, keys } of listed) this.list(index, keys, rid)
    return _id
  }

  private list(index: Index & { id: number }, keys: Buffer[], rid: number): void {
    for (const key of keys) this.sql('INSERT OR IGNORE INTO entries VALUES (?,?,?)').run(index.id, key, rid)
  }

  private refuseDuplicate(name: string, index: Index & { id: number }, keys: Buffer[], rid: number): void {
    if (!index.unique) return
    const other = this.sql('SELECT 1 FROM entries WHERE ix=? AND k=? AND rid<>?')
    if (keys.some(key => other.get(index.id, key, rid))) throw duplicate(name, index.name, '{ … }')
  }

  private replaceOne(name: string, collection: Collection, before: Document, after: Document): void {
    const row = this.sql('SELECT rid FROM documents WHERE collection=? AND id=?').get(
      collection.id,
      orderedKey(before._id),
    ) as { rid: number }
    this.sql('UPDATE documents SET body=? WHERE rid=?').run(formatEjson(after), row.rid)
    for (const index of collection.indexes) {
      const old = keyed(indexKeys(index, before))
      const fresh = keyed(indexKeys(index, after))
      const added = [...fresh].filter(([text]) => !old.has(text)).map(([, key]) => key)
      this.refuseDuplicate(name, index, added, row.rid)
      for (const [text, key] of old) {
        if (!fresh.has(text)) {
          this.sql('DELETE FROM entries WHERE ix=? AND k=? AND rid=?').run(index.id, key, row.rid)
        }
      }
      this.list(index, added, row.rid)
    }
  }

  private removeOne(collection: Collection, id: Document['_id']): boolean {
    const row = this.sql('SELECT rid, body FROM documents WHERE collection=? AND id=?').get(
      collection.id,
      orderedKey(id),
    ) as { rid: number; body: string } | undefined
    if (!row) return false
    const document = parseEjson<Document>(row.body, 0)
    for (const index of collection.indexes) {
      for (const key of indexKeys(index, document))
        this.sql('DELETE FROM entries WHERE ix=? AND k=? AND rid=?').run(index.id, key, row.rid)
    }
    this.sql('DELETE FROM documents WHERE rid=?').run(row.rid)
    return true
  }

  /** Runs changes so that all of them are on the disk, or none. */
  private write(change: () => void): void {
    this.db.exec('BEGIN IMMEDIATE')
    try {
      change()
      this.db.exec('COMMIT')
    } catch (error) {
      this.db.exec('ROLLBACK')
      throw error
    }
  }

  private sql(text: string): Database.Statement {
    let statement = this.statements.get(text)
    if (!statement) this.statements.set(text, (statement = this.db.prepare(text)))
    return statement
  }
}

// Index ids are unique in the file: WeChat cloud allows at most 20 indexes on a collection.
const numbered = (collection: number, indexes: Index[]) =>
  indexes.map((index, n) => ({ ...index, id: collection * 64 + n }))

const keyed = (keys: Buffer[]) => new Map(keys.map(key => [key.toString('latin1'), key]))

const indexId = (plan: Plan): number => (plan.index as Index & { id: number }).id

const duplicate = (name: string, index: string, key: string) =>
  databaseError(
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${name} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )

const compareBy = (a: Document, b: Document, order: Order): number => {
  for (const [field, direction] of order) {
    const difference = compareValues(valuesAt(a, field)[0], valuesAt(b, field)[0]) * direction
    if (difference) return difference
  }
  return 0
}
