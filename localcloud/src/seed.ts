import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseEjson } from './engine/ejson'
import type { Engine } from './engine/engine'
import type { Document } from './engine/value'
import type { FileStore } from './platform/fileStore'

// A seed knows neither environment nor bucket: file ids without a bucket become those of where it is loaded.
const placeless = /cloud:\/\/[\w-]+\//g

/** Loads a seed folder: `<collection>.jsonl`, a document a line, and `files/`. Tells how it goes, line by line. */
export const seedInto = (
  engine: Engine,
  files: FileStore,
  folder: string,
  say: (line: string) => void,
): void => {
  if (!existsSync(folder)) throw new Error(`The seed folder ${folder} is not there.`)
  for (const file of readdirSync(folder)
    .filter(name => name.endsWith('.jsonl'))
    .sort()) {
    const collection = file.slice(0, -'.jsonl'.length)
    const lines = readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)
    const started = Date.now()
    engine.importAll(
      collection,
      lines.map((line, n) => documentIn(line, files, `${join(folder, file)}, line ${n + 1}`)),
    )
    say(
      `  ${collection.padEnd(12)} ${String(lines.length).padStart(7)} documents  ${((Date.now() - started) / 1000).toFixed(1)} s`,
    )
  }
  const pictures = join(folder, 'files')
  const found = existsSync(pictures) ? walk(pictures) : []
  engine.store.write(() => {
    for (const file of found) files.write(relative(pictures, file).split(sep).join('/'), readFileSync(file))
  })
}

const documentIn = (line: string, files: FileStore, place: string): Document => {
  try {
    return parseEjson<Document>(line.replace(placeless, files.id('')), Date.now())
  } catch (error) {
    throw new Error(`${place}: this is no document: ${(error as Error).message}`)
  }
}

/** The `hash` in a seed's `meta.json`: a seed that gives one wants its data made anew when it changes. */
export const seedStamp = (seed: string): string => {
  const file = join(seed, 'meta.json')
  if (!existsSync(file)) return ''
  const { hash = '' } = JSON.parse(readFileSync(file, 'utf8')) as { hash?: string }
  return hash
}

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
