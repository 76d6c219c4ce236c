import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type CollectionManifest, Engine } from './engine/engine'
import { FileStore } from './platform/fileStore'
import { seedInto } from './seed'

export interface Manifest {
  collections: CollectionManifest[]
  schemaHash: string
}

/** One cloud environment: its database, its files and the offset of its clock. */
export class Environment {
  /** Added to the clock that functions and server dates see, ms. */
  offset = 0

  private constructor(
    readonly id: string,
    readonly engine: Engine,
    readonly files: FileStore,
  ) {}

  /**
   * Opens the environment in `folder`, or makes it: collections from the manifest, documents and files from `seed`.
   * Throws a sentence for the person at the terminal when what is there was made for other collections.
   */
  static open(options: {
    id: string
    folder: string
    manifest: Manifest
    seed?: string
    secret: Buffer
    fileUrl: (path: string) => string
    say?: (line: string) => void
  }): Environment {
    const { id, folder, manifest, seed, say = () => undefined } = options
    const database = join(folder, 'database.sqlite')
    const fresh = !existsSync(database)
    mkdirSync(folder, { recursive: true })
    const engine = openEngine(database)
    const files = new FileStore(id, join(folder, 'files'), options.secret, options.fileUrl)
    try {
      if (fresh) {
        manifest.collections.forEach(collection => engine.createCollection(collection))
        if (seed) seedInto(engine, files, seed, say)
        engine.setMeta('schemaHash', manifest.schemaHash)
      } else {
        const known = engine.meta('schemaHash')
        if (known === undefined)
          throw new Error(
            `Making the data in ${folder} was broken off. Start once with --fresh to make it anew.`,
          )
        if (known !== manifest.schemaHash) {
          throw new Error(
            `The data in ${folder} was made for other collections or indexes. Start once with --fresh to make it anew (what was entered there is lost).`,
          )
        }
      }
    } catch (error) {
      engine.close()
      throw error
    }
    return new Environment(id, engine, files)
  }

  /** The environment's time, ms. */
  now(): number {
    return Date.now() + this.offset
  }

  /** A copy of a closed or idle environment's folder, for tests that begin with the same data. */
  static copy(from: string, to: string): void {
    mkdirSync(dirname(to), { recursive: true })
    cpSync(from, to, { recursive: true })
  }

  close(): void {
    this.engine.close()
  }
}

const openEngine = (file: string): Engine => {
  try {
    return new Engine(file)
  } catch (error) {
    throw new Error(
      `${file} is no database of this program, or is damaged (${(error as Error).message}). It was left as it is; move it away or start with --fresh.`,
    )
  }
}

/** Removes an environment with all its data. */
export const removeEnvironment = (folder: string): void => rmSync(folder, { recursive: true, force: true })
