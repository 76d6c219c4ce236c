import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { allCases } from './allCases'
import { buildSuite } from './build'
import type { Verdict } from './runCases'

// The suite runs in a process of its own, where the SDK is the one that functions have; here each check is looked at.
// With CLOUD_ENV, CLOUD_SECRET_ID and CLOUD_SECRET_KEY it is a real environment that is asked.

// Inside the package, so that the program finds the packages it uses.
const dist = join(__dirname, '../dist')
mkdirSync(dist, { recursive: true })
const folder = mkdtempSync(join(dist, 'conformance-'))
const patienceMs = 300_000
let verdicts = new Map<string, Verdict>()

const runSuite = (program: string) =>
  new Promise<Verdict[]>((done, fail) =>
    execFile(
      process.execPath,
      [program, '--json'],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        // It ends with 1 when something differs: that is for the checks below to say.
        if (stdout) done(JSON.parse(stdout) as Verdict[])
        else fail(new Error(`the suite did not run: ${error?.message}\n${stderr}`))
      },
    ),
  )

beforeAll(async () => {
  verdicts = new Map((await runSuite(buildSuite(folder))).map(verdict => [verdict.name, verdict]))
}, patienceMs)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('names each check once', () => {
  expect(new Set(allCases.map(({ name }) => name)).size).toBe(allCases.length)
})

it.each(allCases.map(({ name }) => name))('%s', name => {
  expect(verdicts.get(name)).toEqual({ name })
})
