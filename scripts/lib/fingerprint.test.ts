import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'

let folder: string
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'))
  mkdirSync(join(folder, 'inner'))
  write('inner/rule.ts', 'one')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a build is stale when a source below changes', () => {
  const before = fingerprint([folder])
  write('inner/rule.ts', 'two')
  expect(fingerprint([folder])).not.toBe(before)
})

test('a build is stale when a source is renamed, added or removed', () => {
  const seen = new Set([fingerprint([folder])])
  renameSync(join(folder, 'inner/rule.ts'), join(folder, 'inner/rules.ts'))
  seen.add(fingerprint([folder]))
  write('more.ts', '')
  seen.add(fingerprint([folder]))
  rmSync(join(folder, 'inner/rules.ts'))
  seen.add(fingerprint([folder]))
  expect(seen.size).toBe(4)
})

test('tests, outputs and packages do not make a build stale', () => {
  const before = fingerprint([folder])
  write('inner/rule.test.ts', 'x')
  write('inner/Screen.test.tsx', 'x')
  for (const name of ['dist', 'node_modules']) {
    mkdirSync(join(folder, name))
    write(`${name}/out.js`, 'x')
  }
  expect(fingerprint([folder])).toBe(before)
})

test('what is not there yet is no error, and counts when it appears', () => {
  const before = fingerprint([join(folder, 'later')])
  write('later', 'x')
  expect(fingerprint([join(folder, 'later')])).not.toBe(before)
})
