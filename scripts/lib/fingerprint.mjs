import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inRoot, root } from './paths.mjs'

const isTest = name => /\.test\.tsx?$/.test(name)

function* filesBelow(path) {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) return yield path
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (['node_modules', 'dist'].includes(entry.name) || isTest(entry.name)) continue
    yield* filesBelow(join(path, entry.name))
  }
}

/** One hash over the contents of files and folders (tests left out), each given relative to the repository. */
export const fingerprint = paths => {
  const hash = createHash('sha256').update(process.version.split('.')[0])
  for (const path of paths) {
    for (const file of filesBelow(inRoot(path))) {
      hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex').slice(0, 32)
}
