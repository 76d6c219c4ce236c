import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Clock } from './clock'
import { CallRate } from './callRate'
import { InUse } from './engine/databaseFile'
import { Engine } from './engine/engine'
import { Store } from './engine/store'
import { Faults } from './faults'
import type { Manifest } from './manifest'
import type { ContentWords } from './platform/contentWords'
import { FileStore } from './platform/fileStore'
import { PhoneCodes } from './platform/phoneNumbers'
import { PlatformStore } from './platform/platformStore'
import { RecentCallers } from './platform/recentCallers'
import { seedInto, seedStamp } from './seed'
import { syncCollections } from './syncCollections'

export interface EnvironmentOptions {
  id: string
  /** The app id that functions and WeChat's answers name. */
  appid: string
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
  /** Endings of file names that are taken; any when left out. */
  uploadTypes?: readonly string[]
  /** More calls of functions in a second are refused; 0 for any number. */
  callsPerSecond?: number
  say?: (line: string) => void
  warn?: (line: string) => void
}

/** One cloud environment: its database, its files, what WeChat's services keep for it, and its clock. */
export class Environment {
  readonly clock = new Clock()
  readonly faults = new Faults()
  readonly phoneCodes = new PhoneCodes()
  readonly rate: CallRate
  readonly platform: PlatformStore
  readonly files: FileStore
  readonly id: string
  readonly appid: string
  readonly pageUrl: (page: string, scene: string) => string
  readonly contentWords: ContentWords
  readonly callers = new RecentCallers()
  /** Says what went otherwise than it may seem. */
  readonly warn: (line: string) => void
  /** Where messages from WeChat go, such as the result of a media check. */
  pushMessage: (message: Record<string, unknown>) => void = () => undefined

  private constructor(
    readonly engine: Engine,
    options: EnvironmentOptions,
  ) {
    const { id, appid, folder, secret, fileUrl, uploadTypes, callsPerSecond = 0 } = options
    this.id = id
    this.appid = appid
    this.pageUrl = options.pageUrl ?? ((page, scene) => `/${page}?scene=${encodeURIComponent(scene)}`)
    this.contentWords = options.contentWords ?? {}
    this.warn = options.warn ?? (() => undefined)
    this.platform = new PlatformStore(engine.store)
    this.rate = new CallRate(callsPerSecond)
    this.files = new FileStore({
      env: id,
      folder: join(folder, 'files'),
      store: engine.store,
      clock: this.clock,
      secret,
      address: fileUrl,
      ...(uploadTypes && { types: uploadTypes }),
    })
  }

  /**
   * Opens the environment in `folder`, or makes it: collections from the manifest, documents and files from `seed`.
   * What is there takes up collections and indexes that the manifest says by now. Throws a sentence for the person at the
   * terminal when its documents do not allow that, or when it began with another seed.
   */
  static open(options: EnvironmentOptions): Environment {
    const { folder, warn = () => undefined } = options
    const database = join(folder, 'database.sqlite')
    const isNew = !existsSync(database)
    mkdirSync(folder, { recursive: true })
    const engine = openEngine(database, warn)
    try {
      const environment = new Environment(engine, options)
      if (isNew) fill(environment, options)
      else catchUp(engine, options)
      return environment
    } catch (error) {
      engine.close()
      throw error
    }
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
  { engine, files }: Environment,
  { manifest: { collections, schemaHash }, seed, say = () => undefined }: EnvironmentOptions,
): void => {
  syncCollections(engine, collections)
  if (seed) seedInto(engine, files, seed, say)
  engine.store.setMeta('schemaHash', schemaHash)
  engine.store.setMeta('seed', seed ? seedStamp(seed) : '')
}

const anew = 'Start once with --fresh to make it anew (what was entered there is lost).'

const catchUp = (
  engine: Engine,
  { folder, manifest: { collections, schemaHash }, seed }: EnvironmentOptions,
): void => {
  const { store } = engine
  const known = store.meta('schemaHash')
  if (known === undefined) throw new Error(`Making the data in ${folder} was broken off. ${anew}`)
  const stamp = store.meta('seed')
  if (seed && existsSync(seed) && stamp && stamp !== seedStamp(seed))
    throw new Error(`The data in ${folder} began with another seed than ${seed} holds now. ${anew}`)
  if (known === schemaHash) return
  try {
    syncCollections(engine, collections)
  } catch (error) {
    throw new Error(
      `The data in ${folder} does not go with its indexes: ${(error as Error).message}. ${anew}`,
    )
  }
  store.setMeta('schemaHash', schemaHash)
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
