import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CollectionManifest } from './engine/collection'
import { InUse } from './engine/databaseFile'
import { Engine } from './engine/engine'
import { Store } from './engine/store'
import { Faults } from './faults'
import { FileStore } from './platform/fileStore'
import { PhoneCodes } from './platform/phoneNumbers'
import { PlatformStore } from './platform/platformStore'
import { seedInto } from './seed'

export interface Manifest {
  collections: CollectionManifest[]
  /** Changes when collections or indexes do. */
  schemaHash: string
}

/** Words that the content check finds, beside the built-in ones. */
export interface ContentWords {
  risky?: { label: number; words: string[] }[]
  review?: { label: number; words: string[] }[]
}

export interface EnvironmentOptions {
  id: string
  folder: string
  manifest: Manifest
  /** Folder with documents and files to begin with. */
  seed?: string
  /** Key that signs links. */
  secret: Buffer
  /** The address of a file for browsers. */
  fileUrl: (path: string) => string
  /** The address of a page for browsers. */
  pageUrl?: (page: string, scene: string) => string
  contentWords?: ContentWords
  say?: (line: string) => void
  warn?: (line: string) => void
}

/** One cloud environment: its database, its files, what WeChat's services keep for it, and its clock. */
export class Environment {
  /** Added to the clock that functions and server dates see, ms. */
  offset = 0
  readonly faults = new Faults()
  readonly phoneCodes = new PhoneCodes()
  readonly platform: PlatformStore
  /** When each person last called, ms. */
  readonly lastSeen = new Map<string, number>()
  readonly contentWords: ContentWords
  /** Where messages from WeChat go, such as the result of a media check. */
  pushMessage: (message: Record<string, unknown>) => void = () => undefined

  private constructor(
    readonly id: string,
    readonly engine: Engine,
    readonly files: FileStore,
    readonly pageUrl: (page: string, scene: string) => string,
    contentWords: ContentWords,
  ) {
    this.platform = new PlatformStore(engine.store)
    this.contentWords = contentWords
  }

  /**
   * Opens the environment in `folder`, or makes it: collections from the manifest, documents and files from `seed`.
   * Throws a sentence for the person at the terminal when what is there was made for other collections or another seed.
   */
  static open(options: EnvironmentOptions): Environment {
    const { id, folder, manifest, seed, say = () => undefined, warn = () => undefined } = options
    const database = join(folder, 'database.sqlite')
    const isNew = !existsSync(database)
    mkdirSync(folder, { recursive: true })
    const engine = openEngine(database, warn)
    const files = new FileStore(id, join(folder, 'files'), options.secret, options.fileUrl)
    try {
      if (isNew) fill(engine, files, manifest, seed, say)
      else refuseOther(engine, folder, manifest, seed)
    } catch (error) {
      engine.close()
      throw error
    }
    const pageUrl = options.pageUrl ?? ((page, scene) => `/${page}?scene=${encodeURIComponent(scene)}`)
    return new Environment(id, engine, files, pageUrl, options.contentWords ?? {})
  }

  /** The environment's time, ms. */
  now(): number {
    return Date.now() + this.offset
  }

  /** A copy of an environment's folder, for tests that begin with the same data. */
  static copy(from: string, to: string): void {
    mkdirSync(dirname(to), { recursive: true })
    cpSync(from, to, { recursive: true })
  }

  close(): void {
    this.engine.close()
  }
}

const fill = (
  engine: Engine,
  files: FileStore,
  { collections, schemaHash }: Manifest,
  seed: string | undefined,
  say: (line: string) => void,
): void => {
  engine.store.write(() => collections.forEach(collection => engine.createCollection(collection)))
  if (seed) seedInto(engine, files, seed, say)
  engine.store.setMeta('schemaHash', schemaHash)
  engine.store.setMeta('seed', seed ? seedStamp(seed) : '')
}

const refuseOther = (
  engine: Engine,
  folder: string,
  { schemaHash }: Manifest,
  seed: string | undefined,
): void => {
  const known = engine.store.meta('schemaHash')
  const anew = 'Start once with --fresh to make it anew (what was entered there is lost).'
  if (known === undefined) throw new Error(`Making the data in ${folder} was broken off. ${anew}`)
  if (known !== schemaHash)
    throw new Error(`The data in ${folder} was made for other collections or indexes. ${anew}`)
  const stamp = engine.store.meta('seed')
  if (seed && existsSync(seed) && stamp && stamp !== seedStamp(seed))
    throw new Error(`The data in ${folder} began with another seed than ${seed} holds now. ${anew}`)
}

const openEngine = (file: string, warn: (line: string) => void): Engine => {
  try {
    return new Engine(file, { warn })
  } catch (error) {
    if (error instanceof InUse) throw error
    throw new Error(
      `${file} cannot be used: ${(error as Error).message}. It was left as it is; move it away, or start once with --fresh to make it anew.`,
    )
  }
}

/** The `hash` in a seed's `meta.json`: a seed that gives one wants its data made anew when it changes. */
const seedStamp = (seed: string): string => {
  const file = join(seed, 'meta.json')
  if (!existsSync(file)) return ''
  const { hash = '' } = JSON.parse(readFileSync(file, 'utf8')) as { hash?: string }
  return hash
}

/** Removes an environment with all its data. @throws InUse when another process has it open */
export const removeEnvironment = (folder: string): void => {
  const database = join(folder, 'database.sqlite')
  if (existsSync(database)) {
    try {
      new Store(database).close()
    } catch (error) {
      if (error instanceof InUse) throw error
    }
  }
  rmSync(folder, { recursive: true, force: true })
}
