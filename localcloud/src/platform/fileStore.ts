import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { ServiceError } from '../serviceError'

const bucket = '6c6f-local'

/** The files of an environment, in a folder. Ids are `cloud://<env>.<bucket>/<path>`, links are signed and expire. */
export class FileStore {
  constructor(
    private readonly env: string,
    private readonly folder: string,
    private readonly secret: Buffer,
    /** The address under which the browser side serves a path. */
    private readonly address: (path: string) => string,
  ) {}

  id(path: string): string {
    return `cloud://${this.env}.${bucket}/${path}`
  }

  /** The path in a file id of this environment. Throws `STORAGE_FILE_NONEXIST` for any other. */
  path(id: string): string {
    const prefix = `cloud://${this.env}.`
    const slash = id.indexOf('/', prefix.length)
    if (!id.startsWith(prefix) || slash < 0) throw new ServiceError('STORAGE_FILE_NONEXIST', `no file ${id}`)
    return id.slice(slash + 1)
  }

  /** Stores a file, whole or not at all. Throws `STORAGE_REQUEST_FAIL` for a path that leaves the folder. */
  write(path: string, bytes: Buffer): string {
    const file = this.file(path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
    return this.id(path)
  }

  /** The bytes of a file; undefined when there is none. */
  read(path: string): Buffer | undefined {
    const file = this.file(path)
    return existsSync(file) ? readFileSync(file) : undefined
  }

  exists(path: string): boolean {
    return existsSync(this.file(path))
  }

  remove(path: string): void {
    rmSync(this.file(path), { force: true })
  }

  /** An address for a file that works for `seconds`. */
  link(path: string, seconds: number): string {
    const expires = Date.now() + seconds * 1000
    return `${this.address(path.split('/').map(encodeURIComponent).join('/'))}?expires=${expires}&signature=${this.sign(path, expires)}`
  }

  /** Whether a link is ours and has not expired. */
  allows(path: string, expires: string, signature: string): boolean {
    const right = Buffer.from(this.sign(path, Number(expires)))
    const given = Buffer.from(signature)
    return Number(expires) > Date.now() && right.length === given.length && timingSafeEqual(right, given)
  }

  private sign(path: string, expires: number): string {
    return createHmac('sha256', this.secret).update(`${this.env}\n${path}\n${expires}`).digest('hex')
  }

  private file(path: string): string {
    const file = normalize(join(this.folder, path))
    if (!path || path.includes('\0') || path.startsWith('/') || !file.startsWith(this.folder + sep)) {
      throw new ServiceError('STORAGE_REQUEST_FAIL', `invalid path ${JSON.stringify(path)}`)
    }
    return file
  }
}
