import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { Engine } from './engine'

// Data that cannot be used is said to be so, and what lies on the disk stays as it was, to the byte: somebody may want
// to repair it.

const root = mkdtempSync(join(tmpdir(), 'database-file-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const name = 'database.sqlite'
const stored = 400

const whole = join(root, 'whole')
beforeAll(() => {
  mkdirSync(whole)
  const engine = new Engine(join(whole, name))
  engine.createCollection({
    name: 'c',
    indexes: [{ name: 'n', keys: [{ name: 'n', direction: '1' }] }],
  })
  engine.importAll(
    'c',
    Array.from({ length: stored }, (_, n) => ({ _id: `d${n}`, n, text: 'x'.repeat(200) })),
  )
  engine.close()
})

let copies = 0
/** A folder with a file that is like the whole one but for what is done to it. */
const folderWith = (change: (bytes: Buffer) => Buffer): string => {
  const folder = join(root, String(copies++))
  cpSync(whole, folder, { recursive: true })
  const file = join(folder, name)
  writeFileSync(file, change(readFileSync(file)))
  return folder
}

/** Digests, by name: what differs is the name of a file and not a page of bytes. */
const contents = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder).map(file => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )

const pageBytes = 8192

const flipped = (at: number) => (bytes: Buffer) => {
  bytes[at] = (bytes[at] as number) ^ 0x40
  return bytes
}

it.each<[string, (bytes: Buffer) => Buffer, RegExp]>([
  ['no database', () => Buffer.from('street,grid\nriver,3\n'), /it is no database/],
  ['a few bytes', bytes => bytes.subarray(0, 40), /it is no database/],
  ['cut off within a page', bytes => bytes.subarray(0, pageBytes * 3 + 100), /it is damaged/],
  ['cut off behind its first page', bytes => bytes.subarray(0, pageBytes), /it is damaged/],
  ['by another version', bytes => (bytes.writeUInt32BE(2, 60), bytes), /another version of this program/],
  ['by another program', bytes => (bytes.writeUInt32BE(0, 68), bytes), /a database of another program/],
])('refuses a file that is %s, and leaves it as it is', (_, change, sentence) => {
  const folder = folderWith(change)
  const before = contents(folder)
  expect(() => new Engine(join(folder, name))).toThrow(sentence)
  expect(contents(folder)).toEqual(before)
})

it('refuses a file with a flipped bit in the head of any page, and leaves it as it is', () => {
  const pages = readFileSync(join(whole, name)).length / pageBytes
  // The first page begins with the header of the file.
  for (const at of Array.from({ length: pages }, (_, page) => page * pageBytes + (page ? 0 : 100))) {
    const folder = folderWith(flipped(at))
    const before = contents(folder)
    expect(() => new Engine(join(folder, name))).toThrow('it is damaged')
    expect(contents(folder)).toEqual(before)
  }
})

it('refuses a file with a flipped bit in its header, or opens it as if nothing were the matter', () => {
  for (let at = 16; at < 100; at += 3) {
    const folder = folderWith(flipped(at))
    const before = contents(folder)
    let engine: Engine | undefined
    try {
      engine = new Engine(join(folder, name))
    } catch (error) {
      expect((error as Error).message).toMatch(
        /^it (is damaged|is no database|is a database of another|was made by)/,
      )
      expect(contents(folder)).toEqual(before)
      continue
    }
    expect(engine.count('c', { n: { $gte: 0 } }).total).toBe(stored)
    engine.close()
  }
})

it('refuses a file that another has open', () => {
  const folder = folderWith(bytes => bytes)
  const first = new Engine(join(folder, name))
  expect(() => new Engine(join(folder, name))).toThrow(/is in use by another local cloud/)
  first.insert('c', [{ _id: 'more', n: stored }])
  first.close()
  const again = new Engine(join(folder, name))
  expect(again.get('c', 'more')).toEqual({ _id: 'more', n: stored })
  again.close()
})

describe('a file that a killed process left with its log', () => {
  /** As the files lie there while one writes. */
  const left = (change: (bytes: Buffer) => Buffer): string => {
    const folder = folderWith(bytes => bytes)
    const engine = new Engine(join(folder, name))
    engine.insert('c', [{ _id: 'last', n: stored }])
    const copy = join(root, String(copies++))
    cpSync(folder, copy, { recursive: true })
    engine.close()
    writeFileSync(join(copy, name), change(readFileSync(join(copy, name))))
    return copy
  }

  it('opens with what the log holds', () => {
    const folder = left(bytes => bytes)
    expect(readdirSync(folder)).toContain(`${name}-wal`)
    const engine = new Engine(join(folder, name))
    expect(engine.get('c', 'last')).toEqual({ _id: 'last', n: stored })
    engine.close()
  })

  it('is refused when it is damaged, and left with its log', () => {
    const folder = left(bytes => {
      for (let at = pageBytes; at < bytes.length; at += pageBytes) flipped(at)(bytes)
      return bytes
    })
    const before = contents(folder)
    expect(() => new Engine(join(folder, name))).toThrow('it is damaged')
    expect(contents(folder)).toEqual(before)
  })
})

it('refuses a database that another program made, and leaves it as it is', () => {
  const folder = join(root, 'foreign')
  mkdirSync(folder)
  const other = new Database(join(folder, name))
  other.exec("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('mine')")
  other.close()
  const before = contents(folder)
  expect(() => new Engine(join(folder, name))).toThrow(/a database of another program/)
  expect(contents(folder)).toEqual(before)
})
