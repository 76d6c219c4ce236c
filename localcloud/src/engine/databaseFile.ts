import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'libsql'

/** Marks a SQLite file as ours: 'wxlc'. */
const applicationId = 0x77786c63
/** Raised whenever the tables change. */
const fileVersion = 3

const schema = `
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
    const isNew = recognise(file)
    this.db = new Database(file)
    try {
      this.open(isNew)
    } catch (error) {
      this.db.close()
      const { message } = error as Error
      if (/database is locked/.test(message)) throw new InUse(file)
      throw /malformed|not a database/.test(message) ? new Error(`it is damaged: ${message}`) : error
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
    const [{ quick_check: found } = { quick_check: 'nothing' }] = this.mustBeChecked()
      ? (this.db.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[])
      : [{ quick_check: 'ok' }]
    if (found !== 'ok') throw new Error(`it is damaged: ${found}`)
    this.setMeta('open', 'yes')
  }

  /** Whoever did not close the file may have been stopped by a failing disk; and a small file is quickly checked. */
  private mustBeChecked(): boolean {
    const { page_count: pages } = this.db.prepare('PRAGMA page_count').get() as { page_count: number }
    return pages < checkedPages || this.meta('open') === 'yes'
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
      this.sql('ROLLBACK').run()
      throw error
    } finally {
      this.isWriting = false
    }
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

/**
 * The most that SQLite maps into memory: in a file larger than the page cache a read then costs no call into the
 * system and no copy. Writes go through the log as ever.
 */
const mappedBytes = 0x7fff0000

/** Up to so many pages, of 4 KB, a file is checked whenever it is opened. */
const checkedPages = 16_384

/**
 * Whether there is no data yet. Looks at the header alone, for SQLite may write to what it opens.
 * https://www.sqlite.org/fileformat.html#the_database_header
 * @throws when the file is another program's or another version's
 */
const recognise = (file: string): boolean => {
  if (!(statSync(file, { throwIfNoEntry: false })?.size ?? 0)) return true
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, header.length, 0)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new Error('it is no database')
  if (header.readUInt32BE(68) !== applicationId) throw new Error('it is a database of another program')
  if (header.readUInt32BE(60) !== fileVersion)
    throw new Error('it was made by another version of this program')
  return false
}
