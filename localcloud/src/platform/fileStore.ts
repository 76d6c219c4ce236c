import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { Clock } from '../clock'
import { decodedOrSame } from '../decodedOrSame'
import type { Store } from '../engine/store'
import { ServiceError } from '../serviceError'
import { refusePath } from './storagePath'

const bucket = '6c6f-local'

/** A file as it is listed. */
export interface FileEntry {
  path: string
  bytes: number
  /** ms */
  at: number
  /** Who uploaded it; nobody for functions and seeds. */
  openid: string | null
}

interface FileStoreOptions {
  env: string
  folder: string
  store: Store
  clock: Clock
  /** Key that signs links. */
  secret: Buffer
  /** The address under which the browser side serves a path. */
  address: (path: string) => string
  /** Endings of names that are taken, such as `png`; any when left out. */
  types?: readonly string[]
}

/**
 * The files of an environment. Ids are `cloud://<env>.<bucket>/<path>`, links are signed and expire. On the disk a file
 * is named by a hash of its path, so that no name can leave the folder, clash with another or be too long; the list of
 * paths is in the database.
 */
export class FileStore {
  constructor(private readonly options: FileStoreOptions) {}

  id(path: string): string {
    return `cloud://${this.options.env}.${bucket}/${path}`
  }

  /** The path in a file id of this environment. @throws `STORAGE_FILE_NONEXIST` for any other */
  path(id: string): string {
    const prefix = `cloud://${this.options.env}.`
    const slash = id.indexOf('/', prefix.length)
    if (!id.startsWith(prefix) || slash < 0) throw new ServiceError('STORAGE_FILE_NONEXIST', `no file ${id}`)
    return id.slice(slash + 1)
  }

  /** Refuses a path or a type that cannot be stored. @throws `STORAGE_REQUEST_FAIL` */
  refuse(path: string): void {
    refusePath(path)
    const { types } = this.options
    const type = extname(path).slice(1).toLowerCase()
    if (types && !types.includes(type))
      throw new ServiceError(
        'STORAGE_REQUEST_FAIL',
        `files of the type ${JSON.stringify(type)} are not taken here; taken are ${types.join(', ')}`,
      )
  }

  /** Stores a file, whole or not at all, over one that has its path. @throws `STORAGE_REQUEST_FAIL` as `refuse` */
  write(path: string, bytes: Buffer, openid: string | null = null): string {
    this.refuse(path)
    const file = this.file(path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
    const { store, clock } = this.options
    store
      .sql('INSERT OR REPLACE INTO files (path, bytes, at, openid) VALUES (?,?,?,?)')
      .run(path, bytes.length, clock.now(), openid)
    return this.id(path)
  }

  /** The bytes of a file; undefined when there is none. */
  read(path: string): Buffer | undefined {
    return this.entry(path) && existsSync(this.file(path)) ? readFileSync(this.file(path)) : undefined
  }

  /** What is known of a file; undefined when there is none. */
  entry(path: string): FileEntry | undefined {
    return this.options.store.sql('SELECT path, bytes, at, openid FROM files WHERE path=?').get(path) as
      FileEntry | undefined
  }

  /** The files whose paths come after `after`, by path. */
  list(after = '', limit = 50): FileEntry[] {
    return this.options.store
      .sql('SELECT path, bytes, at, openid FROM files WHERE path>? ORDER BY path LIMIT ?')
      .all(after, limit) as FileEntry[]
  }

  /** Removes a file; nothing happens when there is none. */
  remove(path: string): void {
    this.options.store.sql('DELETE FROM files WHERE path=?').run(path)
    rmSync(this.file(path), { force: true })
  }

  /** An address for a file that works for `seconds`. */
  link(path: string, seconds: number): string {
    const expires = this.options.clock.now() + seconds * 1000
    const address = this.options.address(path.split('/').map(encodeURIComponent).join('/'))
    return `${address}?expires=${expires}&signature=${this.sign(path, String(expires))}`
  }

  /**
   * What a link leads to, without its bytes when it has expired or its file is gone; undefined for an address that is
   * not of this storage.
   */
  linked(link: string): { path: string; bytes?: Buffer } | undefined {
    const url = URL.canParse(link) ? new URL(link) : undefined
    const place = new URL(this.options.address(''))
    if (!url || url.origin !== place.origin || !url.pathname.startsWith(place.pathname)) return undefined
    const path = decodedOrSame(url.pathname.slice(place.pathname.length))
    const [expires, signature] = ['expires', 'signature'].map(name => url.searchParams.get(name) ?? '')
    const bytes = this.allows(path, expires ?? '', signature ?? '') ? this.read(path) : undefined
    return { path, ...(bytes && { bytes }) }
  }

  /** Whether a link is ours and has not expired. */
  allows(path: string, expires: string, signature: string): boolean {
    const right = Buffer.from(this.sign(path, expires))
    const given = Buffer.from(signature)
    return (
      Number(expires) > this.options.clock.now() &&
      right.length === given.length &&
      timingSafeEqual(right, given)
    )
  }

  private sign(path: string, expires: string): string {
    const { secret, env } = this.options
    return createHmac('sha256', secret).update(`${env}\n${path}\n${expires}`).digest('hex')
  }

  private file(path: string): string {
    const name = createHash('sha256').update(path).digest('hex')
    return join(this.options.folder, name.slice(0, 2), name)
  }
}
