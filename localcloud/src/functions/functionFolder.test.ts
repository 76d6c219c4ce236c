import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFunctions } from '../testing/testCloud'
import { FunctionFolder } from './functionFolder'

const path = mkdtempSync(join(tmpdir(), 'functions-'))
afterAll(() => rmSync(path, { recursive: true, force: true }))
const main = 'exports.main = () => 1'
const folder = new FunctionFolder(path)

it('gives a call three seconds, what config.json says, or the sixty that are the most', () => {
  writeFunctions(path, {
    silent: main,
    patient: { 'index.js': main, 'config.json': '{"timeout": 20}' },
    greedy: { 'index.js': main, 'config.json': '{"timeout": 900}' },
  })
  expect(['silent', 'patient', 'greedy'].map(fn => folder.seconds(fn))).toEqual([3, 20, 60])
})

it('knows the functions of its folder and nothing beside them', () => {
  writeFunctions(path, { notes: { 'README.md': 'no function' } })
  expect(folder.names()).toEqual(['greedy', 'patient', 'silent'])
  for (const name of ['notes', 'none', '..', '../functions', 'patient/index.js'])
    expect([name, folder.exists(name)]).toEqual([name, false])
})
