import Database from 'libsql'
import { limits } from '../limits'
import { ServiceError, writeError } from '../serviceError'
import { formatEjson, parseEjson } from './ejson'
import { type BuiltIndex, idIndex, type Index, listingOf } from './indexes'
import { orderedKey } from './orderedKey'
import type { Range } from './plan'
import type { Document } from './value'

export interface CollectionManifest {
  name: string
  indexes: readonly Index[]
}

export interface Collection {
  id: number
  name: string
  indexes: BuiltIndex[]
}

/** A document as it lies in the file. */
export interface Row {
  rid: number
  body: string
}

/** A row with its key; the driver gives blobs as `ArrayBuffer` and takes only buffers. */
type Keyed = Row & { k: ArrayBuffer }

/** Marks a SQLite file as ours: 'wxlc'. */
const applicationId = 0x77786c63
/** Raised whenever the tables change. */
const fileVersion = 2

const schema = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, indexes TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outbox (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, openid TEXT, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS credits (openid TEXT NOT NULL, template TEXT NOT NULL, left INTEGER NOT NULL, PRIMARY KEY (openid, template)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS owners (path TEXT PRIMARY KEY, openid TEXT NOT NULL) WITHOUT ROWID;
`

/** Another process has the file. */
export class InUse extends Error {
  constructor(file: string) {
    super(`${file} is in use by another local cloud. Stop it first, or choose another folder with --data.`)
    this.name = 'InUse'
  }
}

/** How many rows are read from the file at once: few at first, as most queries want few. */
const chunks = [24, 96, 512]

/**
 * Collections, documents and index entries in one SQLite file. A write is on the disk before it returns (WAL,
 * synchronous=FULL) and costs the document and its own index entries, whatever else is stored.
 */
export class Store {
  readonly collections = new Map<string, Collection>()
  private readonly db: Database.Database
  private readonly statements = new Map<string, Database.Statement>()
  private depth = 0

  /** Opens or makes the file. @throws when it is not one of ours, made by another version, or damaged */
  constructor(file: string) {
    this.db = new Database(file)
    try {
      this.recognise()
    } catch (error) {
      this.db.close()
      if (/database is locked/.test((error as Error).message)) throw new InUse(file)
      throw error
    }
    for (const { id, name, indexes } of this.sql('SELECT id, name, indexes FROM collections').all() as {
      id: number
      name: string
      indexes: string
    }[])
      this.collections.set(name, { id, name, indexes: JSON.parse(indexes) as BuiltIndex[] })
  }

  private recognise(): void {
    const pragma = (name: string) => (this.db.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[name]
    // One process has the file, or none: transactions and their locks live in its memory.
    this.db.exec('PRAGMA locking_mode=EXCLUSIVE')
    const tables = this.db.prepare('SELECT count(*) n FROM sqlite_master').get() as { n: number }
    if (tables.n && pragma('application_id') !== applicationId)
      throw new Error('it is a database of another program')
    if (tables.n && pragma('user_version') !== fileVersion)
      throw new Error('it was made by another version of this program')
    this.db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;')
    if (!tables.n)
      this.db.exec(`${schema} PRAGMA application_id=${applicationId}; PRAGMA user_version=${fileVersion};`)
    // Whoever did not close the file may have been stopped by a failing disk: look before trusting it.
    if (this.meta('open') === 'yes') {
      const [{ quick_check: found } = { quick_check: 'nothing' }] = this.db
        .prepare('PRAGMA quick_check(1)')
        .all() as {
        quick_check: string
      }[]
      if (found !== 'ok') throw new Error(`it is damaged: ${found}`)
    }
    this.setMeta('open', 'yes')
  }

  /** A remembered value about the file itself. */
  meta(name: string): string | undefined {
    return (this.sql('SELECT value FROM meta WHERE name=?').get(name) as { value: string } | undefined)?.value
  }

  setMeta(name: string, value: string): void {
    this.sql('INSERT OR REPLACE INTO meta VALUES (?,?)').run(name, value)
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

  /** Runs changes so that all of them are on the disk, or none. Changes inside changes belong to the outer ones. */
  write<T>(change: () => T): T {
    if (this.depth) return change()
    this.sql('BEGIN IMMEDIATE').run()
    this.depth = 1
    try {
      const result = change()
      this.sql('COMMIT').run()
      return result
    } catch (error) {
      this.sql('ROLLBACK').run()
      throw error
    } finally {
      this.depth = 0
    }
  }

  row({ id }: Collection, key: Buffer): Row | undefined {
    // The driver takes a lone buffer for named parameters.
    return this.sql(`SELECT rid, body FROM c${id} WHERE id=?`).get([key]) as Row | undefined
  }

  /** Inserts a document whole or not at all. @throws the service's error for a duplicate id or key */
  insert(collection: Collection, document: Document): void {
    const key = orderedKey(document._id)
    if (this.row(collection, key))
      throw duplicate(collection, idIndex, `{ _id: ${formatEjson(document._id)} }`)
    const listings = this.listings(collection, document, -1)
    const { lastInsertRowid } = this.sql(`INSERT INTO c${collection.id} (id, body) VALUES (?,?)`).run(
      key,
      bodyOf(document),
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
    this.sql(`UPDATE c${collection.id} SET body=? WHERE rid=?`).run(bodyOf(after), row.rid)
    for (const { index, keys, multi } of listings) {
      const old = listingOf(index, before)
      this.noteMulti(collection, index, multi)
      for (const key of old.keys)
        if (!keys.some(other => other.equals(key)))
          this.sql(`DELETE FROM x${index.id} WHERE k=? AND rid=?`).run(key, row.rid)
      for (const key of keys) if (!old.keys.some(other => other.equals(key))) this.list(index, key, row.rid)
    }
  }

  remove(collection: Collection, row: Row, document: Document): void {
    for (const index of collection.indexes)
      for (const key of listingOf(index, document).keys)
        this.sql(`DELETE FROM x${index.id} WHERE k=? AND rid=?`).run(key, row.rid)
    this.sql(`DELETE FROM c${collection.id} WHERE rid=?`).run(row.rid)
  }

  /** The ids of the documents that hold these keys in a unique index. */
  holders(collection: Collection, index: BuiltIndex, key: Buffer): Document['_id'][] {
    const rows = this.sql(
      `SELECT d.body body FROM x${index.id} e JOIN c${collection.id} d ON d.rid=e.rid WHERE e.k=?`,
    ).all([key]) as { body: string }[]
    return rows.map(({ body }) => parseEjson<Document>(body)._id)
  }

  /** Rows in the order they were stored. */
  *scan({ id }: Collection): Generator<Row> {
    const statement = this.sql(`SELECT rid, body FROM c${id} WHERE rid>? ORDER BY rid LIMIT ?`)
    let last = -1
    for (let n = 0; ; n++) {
      const size = chunkAt(n)
      const rows = statement.all(last, size) as Row[]
      yield* rows
      if (rows.length < size) return
      last = (rows.at(-1) as Row).rid
    }
  }

  /** Rows of one range of an index in its order; a document with an array may come several times. */
  *range(
    collection: Collection,
    index: BuiltIndex,
    { from, to }: Range,
    backwards: boolean,
    first: number,
  ): Generator<Row> {
    if (index === idIndex) return yield* this.idRange(collection, from, to, backwards)
    const [bound, other, direction] = backwards ? ['<', '>=', 'DESC'] : ['>', '<', 'ASC']
    const statement = this.sql(
      `SELECT e.k k, e.rid rid, d.body body FROM x${index.id} e CROSS JOIN c${collection.id} d ON d.rid=e.rid WHERE (e.k, e.rid) ${bound} (?, ?) AND e.k ${other} ? ORDER BY e.k ${direction}, e.rid ${direction} LIMIT ?`,
    )
    let [key, rid]: [Buffer, number] = [backwards ? to : from, -1]
    for (let n = 0; ; n++) {
      const size = n ? chunkAt(n) : first
      const rows = statement.all(key, rid, backwards ? from : to, size) as Keyed[]
      yield* rows
      if (rows.length < size) return
      const last = rows.at(-1) as Keyed
      ;[key, rid] = [Buffer.from(last.k), last.rid]
    }
  }

  private *idRange({ id }: Collection, from: Buffer, to: Buffer, backwards: boolean): Generator<Row> {
    const statement = this.sql(
      `SELECT id k, rid, body FROM c${id} WHERE id>=? AND id<? ORDER BY id ${backwards ? 'DESC' : 'ASC'} LIMIT ?`,
    )
    for (let n = 0; ; n++) {
      const size = chunkAt(n)
      const rows = statement.all(from, to, size) as Keyed[]
      yield* rows
      if (rows.length < size) return
      const last = Buffer.from((rows.at(-1) as Keyed).k)
      if (backwards) to = last
      else from = Buffer.concat([last, Buffer.alloc(1)])
    }
  }

  /** The stored texts of a range, read in one go. */
  texts(
    collection: Collection,
    index: BuiltIndex,
    { from, to }: Range,
    backwards: boolean,
    limit: number,
    offset: number,
  ): string[] {
    const direction = backwards ? 'DESC' : 'ASC'
    const rows = (
      index === idIndex
        ? this.sql(
            `SELECT body FROM c${collection.id} WHERE id>=? AND id<? ORDER BY id ${direction} LIMIT ? OFFSET ?`,
          )
        : this.sql(
            `SELECT d.body body FROM x${index.id} e CROSS JOIN c${collection.id} d ON d.rid=e.rid WHERE e.k>=? AND e.k<? ORDER BY e.k ${direction}, e.rid ${direction} LIMIT ? OFFSET ?`,
          )
    ).all(from, to, limit, offset) as { body: string }[]
    return rows.map(({ body }) => body)
  }

  /** The first entries of a range, without their documents. */
  entries(
    collection: Collection,
    index: BuiltIndex,
    { from, to }: Range,
    backwards: boolean,
    limit: number,
  ): { k: Buffer; rid: number }[] {
    const [table, key] = index === idIndex ? [`c${collection.id}`, 'id'] : [`x${index.id}`, 'k']
    const direction = backwards ? 'DESC' : 'ASC'
    const rows = this.sql(
      `SELECT ${key} k, rid FROM ${table} WHERE ${key}>=? AND ${key}<? ORDER BY ${key} ${direction}, rid ${direction} LIMIT ?`,
    ).all(from, to, limit) as Keyed[]
    return rows.map(({ k, rid }) => ({ k: Buffer.from(k), rid }))
  }

  rowAt({ id }: Collection, rid: number): Row {
    return this.sql(`SELECT rid, body FROM c${id} WHERE rid=?`).get(rid) as Row
  }

  /** How many documents the ranges list, from the index alone. */
  countIn(collection: Collection, index: BuiltIndex, ranges: Range[]): number {
    if (index === idIndex)
      return sum(
        ranges.map(({ from, to }) =>
          this.number(`SELECT count(*) n FROM c${collection.id} WHERE id>=? AND id<?`, from, to),
        ),
      )
    const table = `x${index.id}`
    if (!index.multi.length)
      return sum(
        ranges.map(({ from, to }) =>
          this.number(`SELECT count(*) n FROM ${table} WHERE k>=? AND k<?`, from, to),
        ),
      )
    if (ranges.length === 1 && ranges[0])
      return this.number(
        `SELECT count(DISTINCT rid) n FROM ${table} WHERE k>=? AND k<?`,
        ranges[0].from,
        ranges[0].to,
      )
    const seen = new Set<number>()
    for (const range of ranges)
      for (const { rid } of this.entries(collection, index, range, false, -1)) seen.add(rid)
    return seen.size
  }

  countAll({ id }: Collection): number {
    return this.number(`SELECT count(*) n FROM c${id}`)
  }

  close(): void {
    if (!this.db.open) return
    this.setMeta('open', 'no')
    // The driver keeps a closed connection as long as its statements live, and with it the lock: it is given up first.
    this.db.exec('PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM meta;')
    this.statements.clear()
    this.db.close()
  }

  /** A prepared statement, kept for the next time. */
  sql(text: string): Database.Statement {
    let statement = this.statements.get(text)
    if (!statement) this.statements.set(text, (statement = this.db.prepare(text)))
    return statement
  }

  private number(text: string, ...parameters: unknown[]): number {
    return (this.sql(text).get(...parameters) as { n: number }).n
  }

  /** Where a document will be listed, before anything is written. @throws the service's error for a key that is taken */
  private listings(collection: Collection, document: Document, rid: number) {
    return collection.indexes.map(index => {
      const listing = listingOf(index, document)
      if (index.unique) {
        const statement = this.sql(`SELECT rid FROM x${index.id} WHERE k=? AND rid<>?`)
        if (listing.keys.some(key => statement.get(key, rid)))
          throw duplicate(collection, index, keyText(index, document))
      }
      return { index, ...listing }
    })
  }

  private list(index: BuiltIndex, key: Buffer, rid: number): void {
    this.sql(`INSERT OR IGNORE INTO x${index.id} VALUES (?,?)`).run(key, rid)
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

const bodyOf = (document: Document): string => {
  const body = formatEjson(document)
  const { value: most } = limits.documentBytes
  if (body.length > most) throw writeError(`the document has ${body.length} characters; the limit is ${most}`)
  return body
}

/** The service's error for a key that is taken. */
export const duplicate = (collection: Collection, index: Index, key: string): ServiceError =>
  writeError(`E11000 duplicate key error collection: ${collection.name} index: ${index.name} dup key: ${key}`)

/** The key of a document in an index, as the error shows it. */
export const keyText = (index: Index, document: Document): string =>
  `{ ${index.keys.map(({ name }) => `${name}: ${formatEjson(name.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document) ?? null)}`).join(', ')} }`

const chunkAt = (n: number): number => chunks[Math.min(n, chunks.length - 1)] as number

const sum = (numbers: number[]): number => numbers.reduce((total, n) => total + n, 0)
