import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config'
import { Environment, type EnvironmentOptions, removeEnvironment } from './environment'
import { Refused } from './http'

/** How an environment is made: with documents of its own, of another, or with none. */
export interface Making {
  id: string
  seed?: string | null
  copyOf?: string
}

type Shared = Omit<EnvironmentOptions, 'id' | 'folder' | 'seed' | 'fileUrl' | 'pageUrl'>

/** The environments that are open, each in a folder of its own below the data folder. */
export class Environments {
  private readonly opened = new Map<string, Environment>()

  constructor(
    private readonly config: Config,
    private readonly shared: Shared,
    /** The address of the browser side. */
    private readonly address: () => string,
    /** Told of each environment that is opened. */
    private readonly onOpen: (environment: Environment) => void,
  ) {}

  get ids(): string[] {
    return [...this.opened.keys()]
  }

  has(id: string): boolean {
    return this.opened.has(id)
  }

  /** @throws Refused 404 */
  get(id: string): Environment {
    const found = this.opened.get(id)
    if (!found) throw new Refused(404, `there is no environment "${id}"`)
    return found
  }

  /** Opens an environment, or makes it from `seed`; one that is there already is removed first when `fresh`. */
  open(id: string, { seed, fresh = false }: { seed?: string; fresh?: boolean } = {}): Environment {
    if (fresh) removeEnvironment(this.folder(id))
    const { home, pageUrl = `${home}#/{page}?scene={scene}` } = this.config
    const environment = Environment.open({
      ...this.shared,
      id,
      folder: this.folder(id),
      ...(seed && { seed }),
      fileUrl: path => `${this.address()}/_cloud/files/${id}/${path}`,
      pageUrl: (page, scene) =>
        this.address() + pageUrl.replace('{page}', page).replace('{scene}', encodeURIComponent(scene)),
    })
    this.onOpen(environment)
    this.opened.set(id, environment)
    return environment
  }

  /** Makes an environment anew, as tests ask. @throws Refused 400 for an id that cannot be a folder's name */
  make({ id, seed, copyOf }: Making): Environment {
    for (const name of copyOf === undefined ? [id] : [id, copyOf])
      if (!/^[\w-]{1,64}$/.test(name)) throw new Refused(400, 'an environment id is letters, digits, _ and -')
    this.opened.get(id)?.close()
    removeEnvironment(this.folder(id))
    if (copyOf) Environment.copy(this.folder(copyOf), this.folder(id))
    return this.open(id, seed ? { seed } : {})
  }

  close(): void {
    for (const environment of this.opened.values()) environment.close()
  }

  private folder(id: string): string {
    return join(this.config.data, id)
  }
}

/** The key that signs cookies and links: made once, readable by its owner only. */
export const secretIn = (folder: string): Buffer => {
  const file = join(folder, '.secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  const secret = readFileSync(file)
  if (secret.length !== 32)
    throw new Error(`${file} is not the key it should be. Remove it: a new one is made.`)
  return secret
}

/** Values for variables that no file should hold: each made of the folder's key and its name. */
export const secretVariables = (secret: Buffer, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.map(name => [name, createHmac('sha256', secret).update(`variable ${name}`).digest('hex')]),
  )
