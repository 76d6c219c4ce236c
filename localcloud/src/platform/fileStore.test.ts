import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Clock } from '../clock'
import { Store } from '../engine/store'
import { FileStore } from './fileStore'

const root = mkdtempSync(join(tmpdir(), 'files-'))
const store = new Store(join(root, 'database.sqlite'))
const clock = new Clock()
const files = new FileStore({
  env: 'e',
  folder: join(root, 'deep/files'),
  store,
  clock,
  secret: Buffer.from('s'),
  address: path => `http://files/${path}`,
})
afterAll(() => {
  store.close()
  rmSync(root, { recursive: true, force: true })
})

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  )

/** Names made to break out: parts that climb, separators of other systems, and whatever strings there are. */
const nastyPart = fc.oneof(
  fc.constantFrom('..', '.', '', '...', '~', 'CON', 'nul', '%2e%2e', '..%2f', 'a.part', 'C:', ' ', '中 文'),
  fc.constantFrom('\\..\\', '\0', '\u202e', 'x'.repeat(300), '__proto__', '-rf', '*', '?', '"', "'"),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const nastyPath = fc
  .tuple(fc.constantFrom('', '/', '//', './'), fc.array(nastyPart, { minLength: 1, maxLength: 6 }))
  .map(([start, parts]) => start + parts.join('/'))

it('keeps every file inside its folder under any name, or refuses the name', () => {
  const written = new Map<string, string>()
  // In one write, as nothing has to last.
  store.write(() =>
    fc.assert(
      fc.property(nastyPath, fc.string(), (path, content) => {
        try {
          files.write(path, Buffer.from(content))
          written.set(path, content)
        } catch (error) {
          expect(error).toMatchObject({ code: 'STORAGE_REQUEST_FAIL' })
          expect(files.entry(path)).toBeUndefined()
        }
      }),
      { numRuns: 2000 },
    ),
  )
  expect(written.size).toBeGreaterThan(100)
  for (const [path, content] of written) {
    expect([path, files.read(path)?.toString()]).toEqual([path, Buffer.from(content).toString()])
    expect(files.path(files.id(path))).toBe(path)
  }
  // One file on the disk for each path, all of them in the folder.
  const outside = walk(root).filter(file => !file.startsWith(join(root, 'deep/files')))
  expect(outside.every(file => file.startsWith(join(root, 'database.sqlite')))).toBe(true)
  expect(walk(join(root, 'deep/files'))).toHaveLength(written.size)
})

it('keeps a file and files below its name, as an object storage does', () => {
  files.write('both', Buffer.from('file'))
  files.write('both/below', Buffer.from('below'))
  files.write('Both', Buffer.from('capital'))
  expect(['both', 'both/below', 'Both'].map(path => files.read(path)?.toString())).toEqual([
    'file',
    'below',
    'capital',
  ])
})

it('writes over a file whole, remembers who wrote it, and removes it', () => {
  files.write('a.txt', Buffer.from('long content'), 'o-ann')
  files.write('a.txt', Buffer.from('short'), 'o-bob')
  expect(files.entry('a.txt')).toMatchObject({ path: 'a.txt', bytes: 5, openid: 'o-bob' })
  files.remove('a.txt')
  expect([files.read('a.txt'), files.entry('a.txt')]).toEqual([undefined, undefined])
  files.remove('a.txt')
  expect(statSync(root).isDirectory()).toBe(true)
})

it.each([
  ['/a', 'begins with /'],
  ['a//b', 'has // in it'],
  ['a/', 'ends with /'],
  ['', 'is empty'],
  ['a/../b', '. or .. as a part'],
  ['a\u001ab', 'control characters'],
  ['a\\b', '\\ in it'],
  ['中'.repeat(95), '855 bytes; the limit is 850'],
])('refuses the path %j and says why', (path, reason) => {
  expect(() => files.write(path, Buffer.alloc(0))).toThrow(reason)
})

it('signs a link for one path and a time, by the clock of the environment', () => {
  const link = new URL(files.link('中 文/x?.png', 60))
  expect(link.pathname).toBe('/%E4%B8%AD%20%E6%96%87/x%3F.png')
  const [expires = '', signature = ''] = ['expires', 'signature'].map(
    name => link.searchParams.get(name) ?? '',
  )
  expect(files.allows('中 文/x?.png', expires, signature)).toBe(true)
  expect(files.allows('other', expires, signature)).toBe(false)
  expect(files.allows('中 文/x?.png', `${Number(expires) + 1}`, signature)).toBe(false)
  expect(files.allows('中 文/x?.png', expires, '')).toBe(false)
  clock.offset = 61_000
  expect(files.allows('中 文/x?.png', expires, signature)).toBe(false)
  clock.offset = 0
})
