import { closeSync, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Database from 'libsql'

/** Marks a SQLite file as ours: 'wxlc'. */
export const applicationId = 0x77786c63
/** Raised whenever the tables change. */
export const fileVersion = 3

/** Up to so many pages, of 8 KB, a file is checked whenever it is opened. */
const checkedPages = 8192

/**
 * Whether there is no data yet. Looks without writing: what cannot be used stays as it is, to the byte.
 * @throws a sentence when the file is another program's, another version's or damaged; SQLite's words when it is in use
 */
export const examineFile = (file: string): boolean => {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (!size) return true
  refuseForeign(file)
  refuseDamaged(file)
  return false
}

const damaged = () => new Error('it is damaged')

/** By the header alone. https://www.sqlite.org/fileformat.html#the_database_header */
const refuseForeign = (file: string): void => {
  const header = Buffer.alloc(100)
  const handle = openSync(file, 'r')
  let length
  try {
    length = readSync(handle, header, 0, header.length, 0)
  } finally {
    closeSync(handle)
  }
  if (length < header.length || header.toString('latin1', 0, 16) !== 'SQLite format 3\0')
    throw new Error('it is no database')
  if (header.readUInt32BE(68) !== applicationId) throw new Error('it is a database of another program')
  if (header.readUInt32BE(60) !== fileVersion)
    throw new Error('it was made by another version of this program')
  // Versions of the format: with another one SQLite would only not write.
  if (![header[18], header[19]].every(version => version === 1 || version === 2)) throw damaged()
}

/**
 * Whoever did not close the file may have been stopped by a failing disk, and a small file is quickly checked. What the
 * check finds is made an error, as the driver keeps a connection with its lock as long as there is a statement that
 * gives rows.
 */
const check = `SELECT CASE
  WHEN (SELECT page_count FROM pragma_page_count) < ${checkedPages} OR (SELECT value FROM meta WHERE name='open')='yes'
  THEN (SELECT CASE quick_check WHEN 'ok' THEN 1 ELSE json('damaged') END FROM pragma_quick_check(1))
END`

const refuseDamaged = (file: string): void => {
  // Reading the log that a killed process left takes a file beside it, which we have no use for later.
  const shared = `${file}-shm`
  const wasShared = existsSync(shared)
  const db = new Database(`${pathToFileURL(file).href}?mode=ro`)
  try {
    db.exec(check)
  } catch (error) {
    throw /database is locked/.test((error as Error).message) ? error : damaged()
  } finally {
    db.close()
    if (!wasShared) rmSync(shared, { force: true })
  }
}
