import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateStreet } from './generateStreet'
import { smallStreet } from './scale'
import { writeStreet } from './writeStreet'

const now = Date.UTC(2026, 10, 23, 2)
const street = generateStreet({ seed: 1, now, pepper: 'test-pepper', scale: smallStreet })
let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'linge-demo-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('writes one line for each document, the picture files, the people of the bar and what it made', () => {
  const out = join(folder, 'demo')
  const counts = writeStreet(street, { out, seed: 1, now })
  const read = (name: string) => readFileSync(join(out, name), 'utf8')
  const requests = read('requests.jsonl').trim().split('\n')
  expect(requests.map(line => (JSON.parse(line) as { _id: string })._id)).toEqual(
    street.requests.map(({ _id }) => _id),
  )
  const [path, bytes] = [...street.files][0] ?? ['', Buffer.alloc(0)]
  expect(readFileSync(join(out, 'files', path)).equals(bytes)).toBe(true)
  const people = JSON.parse(read('people.json')) as { name: string; default?: boolean; phone?: string }[]
  // Last comes somebody whose phone is on file and who has bound no account yet.
  const newcomer = street.officers.find(({ privatePhone }) => privatePhone === people[7]?.phone)
  expect(street.bindings.map(({ _id }) => _id)).not.toContain(newcomer?._id)
  expect(newcomer?.name).toBe(people[7]?.name)
  expect(people.slice(0, 7).map(({ name }) => name)).toEqual([
    '张桂芳',
    '李小燕',
    '陈志强',
    '何建国',
    '吴梅',
    '王敏',
    '刘洋',
  ])
  expect(people.map(person => person.default)).toEqual([true, ...Array(7).fill(undefined)])
  expect(JSON.parse(read('meta.json'))).toEqual({ seed: 1, madeAt: '2026-11-23T02:00:00.000Z', counts })
})

it('replaces a street it made, and nothing else', () => {
  const out = join(folder, 'demo')
  writeStreet(street, { out, seed: 1, now })
  expect(() => writeStreet(street, { out, seed: 1, now })).not.toThrow()
  writeFileSync(join(folder, 'letters.txt'), 'keep me')
  expect(() => writeStreet(street, { out: folder, seed: 1, now })).toThrow('not a demo street')
})
