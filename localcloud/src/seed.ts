import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
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
      lines.map(line => parseEjson<Document>(line.replace(placeless, files.id('')), Date.now())),
    )
    say(
      `  ${collection.padEnd(12)} ${String(lines.length).padStart(7)} documents  ${((Date.now() - started) / 1000).toFixed(1)} s`,
    )
  }
  const pictures = join(folder, 'files')
  for (const file of existsSync(pictures) ? walk(pictures) : []) {
    files.write(relative(pictures, file).split('\\').join('/'), readFileSync(file))
  }
}

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )
