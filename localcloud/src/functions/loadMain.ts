import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, sep } from 'node:path'

export type Main = (event: unknown, context: unknown) => unknown

interface Loaded {
  main: Main
  /** The function's own files, as they were. */
  files: Map<string, string>
}

/**
 * Gives the `main` of functions of a folder: loaded at the first call, and again when one of the function's own files
 * has changed (its packages are not looked at).
 */
export const mainLoader = (folder: string) => {
  const require = createRequire(join(folder, 'host.js'))
  const loaded = new Map<string, Loaded>()

  const load = (fn: string): Loaded => {
    const own = join(folder, fn) + sep
    for (const file of Object.keys(require.cache)) if (file.startsWith(own)) delete require.cache[file]
    const { main } = require(join(folder, fn, 'index.js')) as { main?: unknown }
    if (typeof main !== 'function') throw new Error(`${fn}/index.js exports no function named main`)
    const files = Object.keys(require.cache).filter(
      file => file.startsWith(own) && !file.includes(`${sep}node_modules${sep}`),
    )
    return { main: main as Main, files: new Map(files.map(file => [file, stampOf(file)])) }
  }

  /** @throws what the bundle throws while it is loaded */
  return (fn: string, forget = false): { main: Main; cold: boolean } => {
    const known = loaded.get(fn)
    if (known && !forget && isUnchanged(known)) return { main: known.main, cold: false }
    loaded.delete(fn)
    const { main, files } = load(fn)
    loaded.set(fn, { main, files })
    return { main, cold: true }
  }
}

const isUnchanged = ({ files }: Loaded): boolean => {
  for (const [file, stamp] of files) if (stampOf(file) !== stamp) return false
  return true
}

const stampOf = (file: string): string => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : ''
}
