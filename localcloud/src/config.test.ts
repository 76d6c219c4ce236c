import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { completeConfig, configOfProject, readConfig, readPeople } from './config'

const folder = mkdtempSync(join(tmpdir(), 'config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'localcloud.config.json')
const read = (text: string) => {
  writeFileSync(file, text)
  return readConfig(file)
}

it('fills in what is not said and sees paths from the file', () => {
  expect(read('{"functions": "fn", "static": {"/app/": "dist"}, "collections": ["a"]}')).toMatchObject({
    env: 'local',
    port: 7300,
    host: '127.0.0.1',
    functions: join(folder, 'fn'),
    static: { '/app/': join(folder, 'dist') },
    collections: ['a'],
    data: join(folder, '.localcloud'),
  })
})

it.each([
  ['{nonsense', /localcloud\.config\.json is no JSON/],
  ['[]', /is no object/],
  ['{}', /does not say "functions"/],
  ['{"functions": 7}', /"functions" in .* must be a path, not 7/],
  ['{"functions": "f", "port": "7300"}', /"port" .* must be a number from 0 to 65535, not "7300"/],
  ['{"functions": "f", "port": 70000}', /not 70000/],
  ['{"functions": "f", "env": "../x"}', /"env" .* must be letters, digits/],
  [
    '{"functions": "f", "colections": "c"}',
    /says "colections", which means nothing here. Did you mean "collections"\?/,
  ],
  ['{"functions": "f", "static": {"app": "x"}}', /"static" .* must be a folder for each prefix/],
  ['{"functions": "f", "home": "//elsewhere"}', /"home"/],
  ['{"functions": "f", "environment": {"A": 1}}', /"environment" .* must be a text for each variable/],
  ['{"functions": "f", "callsPerSecond": -1}', /"callsPerSecond"/],
  ['{"functions": "f", "contentWords": {"risky": ["bad"]}}', /"contentWords" .* must be lists of words/],
  ['{"functions": "f", "contentWords": {"media": {"risky": "x"}}}', /"contentWords"/],
])('refuses %s with one sentence', (text, reason) => {
  expect(() => read(text)).toThrow(reason)
})

it('finds the functions of a project of WeChat’s developer tools', () => {
  expect(() => configOfProject(folder)).toThrow(
    /no project\.config\.json .* Name the folder of your functions/,
  )
  writeFileSync(
    join(folder, 'project.config.json'),
    JSON.stringify({ appid: 'wx1', cloudfunctionRoot: 'cloudfunctions/', setting: {} }),
  )
  expect(configOfProject(folder)).toMatchObject({ appid: 'wx1', functions: join(folder, 'cloudfunctions') })
})

it('reads people, and says so when they are none', () => {
  const people = join(folder, 'people.json')
  const config = completeConfig({ functions: 'f', people }, folder)
  expect(readPeople(config)).toEqual([])
  writeFileSync(people, '[{"id": "a", "openid": "o", "name": "A"}]')
  expect(readPeople(config)).toHaveLength(1)
  writeFileSync(people, '[{"id": "a"}]')
  expect(() => readPeople(config)).toThrow(/people\.json is no list of people/)
})
