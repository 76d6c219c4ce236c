import Database from 'libsql'
import { applicationId, examineFile, fileVersion } from './examineFile'

/** Pages of 8 KB: documents of a page lie further apart in a large file than in a small one, and fewer are touched. */
const pageBytes = 8192

const schema = `
PRAGMA page_size=${pageBytes};
PRAGMA application_id=${applicationId}; PRAGMA user_version=${fileVersion};
BEGIN;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, indexes TEXT NOT NULL);
CREATE TABLE outbox (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, openid TEXT, body TEXT NOT NULL);
CREATE TABLE credits (openid TEXT NOT NULL, template TEXT NOT NULL, left INTEGER NOT NULL, PRIMARY KEY (openid, template)) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, at INTEGER NOT NULL, openid TEXT) WITHOUT ROWID;
COMMIT;
`

/** Another process has the file. */
export class InUse extends Error {
  constructor(file: string) {
    super(`${file} is in use by another local cloud. Stop it first, or choose another folder with --data.`)
    this.name = 'InUse'
  }
}

/**
 * One SQLite file, open for this process alone. A write is on the disk before it returns (WAL, synchronous=FULL). A
 * file that is damaged or not ours is left as it is, to the byte.
 */
export class DatabaseFile {
  protected readonly db: Database.Database
  private readonly statements = new Map<string, Database.Statement>()
  private isWriting = false

  /** Opens or makes the file. @throws when it is not one of ours, made by another version, in use, or damaged */
  constructor(file: string) {
    const isNew = unlessInUse(file, () => examineFile(file))
    this.db = new Database(file)
    try {
      unlessInUse(file, () => this.open(isNew))
    } catch (error) {
      this.db.close()
      throw error
    }
  }

  private open(isNew: boolean): void {
    // One process has the file, or none: transactions and their locks live in its memory.
    this.db.exec('PRAGMA locking_mode=EXCLUSIVE')
    const { n } = this.db.prepare('SELECT count(*) n FROM sqlite_master').get() as { n: number }
    // Before WAL, so that the file itself says whose it is from its first page on.
    if (isNew && !n) this.db.exec(schema)
    this.db.exec(
      `PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA mmap_size=${mappedBytes};`,
    )
    this.setMeta('open', 'yes')
  }

  /** A remembered value about the file itself. */
  meta(name: string): string | undefined {
    return (this.sql('SELECT value FROM meta WHERE name=?').get(name) as { value: string } | undefined)?.value
  }

  setMeta(name: string, value: string): void {
    this.sql('INSERT OR REPLACE INTO meta VALUES (?,?)').run(name, value)
  }

  /** Runs changes so that all of them are on the disk, or none. Changes inside changes belong to the outer ones. */
  write<T>(change: () => T): T {
    if (this.isWriting) return change()
    this.sql('BEGIN IMMEDIATE').run()
    this.isWriting = true
    try {
      const result = change()
      this.sql('COMMIT').run()
      return result
    } catch (error) {
      // A full disk, and whatever else SQLite cannot go on after, has ended it already.
      if (this.db.inTransaction) this.sql('ROLLBACK').run()
      this.rolledBack()
      throw error
    } finally {
      this.isWriting = false
    }
  }

  /** Called when changes were taken back: what is remembered of them has to go too. */
  protected rolledBack(): void {
    return undefined
  }

  /** A prepared statement, kept for the next time. */
  sql(text: string): Database.Statement {
    let statement = this.statements.get(text)
    if (!statement) this.statements.set(text, (statement = this.db.prepare(text)))
    return statement
  }

  close(): void {
    if (!this.db.open) return
    this.setMeta('open', 'no')
    // The driver keeps a closed connection as long as its statements live, and with it the lock: it is given up first.
    this.db.exec('PRAGMA journal_mode=DELETE; PRAGMA locking_mode=NORMAL; SELECT count(*) FROM meta;')
    this.statements.clear()
    this.db.close()
  }
}

const unlessInUse = <T>(file: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw /database is locked/.test((error as Error).message) ? new InUse(file) : error
  }
}

/**
 * The most that SQLite maps into memory: in a file larger than the page cache a read then costs no call into the
 * system and no copy. Writes go through the log as ever.
 */
const mappedBytes = 0x7fff0000
