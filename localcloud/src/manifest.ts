import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { CollectionManifest } from './engine/collection'

/** The collections of an environment with their indexes. */
export interface Manifest {
  collections: CollectionManifest[]
  /** Changes when collections or indexes do. */
  schemaHash: string
}

/** The path of a manifest, or the collections themselves: names, or names with indexes. */
export type CollectionsSetting = string | (string | CollectionManifest)[]

/** Reads what the configuration says of collections; none when it says nothing. @throws a sentence */
export const readManifest = (collections: CollectionsSetting = []): Manifest => {
  if (typeof collections !== 'string') return hashed(collections.map(withIndexes))
  if (!existsSync(collections))
    throw new Error(`There is no list of collections at ${collections}. Build it, or name another file.`)
  try {
    const manifest = JSON.parse(readFileSync(collections, 'utf8')) as Partial<Manifest>
    if (!Array.isArray(manifest.collections)) throw new Error('it has no list "collections"')
    const listed = manifest.collections.map(withIndexes)
    return manifest.schemaHash ? { collections: listed, schemaHash: manifest.schemaHash } : hashed(listed)
  } catch (error) {
    throw new Error(`${collections} cannot be used: ${(error as Error).message}`)
  }
}

const withIndexes = (collection: string | CollectionManifest): CollectionManifest => {
  const { name, indexes = [] } = typeof collection === 'string' ? { name: collection } : collection
  if (typeof name !== 'string' || !name) throw new Error('a collection has no name')
  return { name, indexes }
}

const hashed = (collections: CollectionManifest[]): Manifest => ({
  collections,
  schemaHash: createHash('sha256').update(JSON.stringify(collections)).digest('hex').slice(0, 16),
})
