import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildTargets, targets } from './lib/buildTargets.mjs'
import { checkNode } from './lib/checkNode.mjs'
import { runChecks } from './lib/checks.mjs'
import { install } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { prepareDemo } from './lib/prepareDemo.mjs'
import { run } from './lib/run.mjs'
import { say } from './lib/say.mjs'

// npm test [-- --no-check] [-- <arguments for jest>]: installs and builds what is stale, checks, runs every test.
// With arguments for jest (a path, --selectProjects cloud tests/cloud/area.test.ts) only those tests run, without the
// checks, and only what they need is built.

const given = process.argv.slice(2).filter(arg => arg !== '--no-check')
const isPath = arg => arg.includes('/') && !arg.startsWith('-')
// Paths first: behind --selectProjects jest would take them for projects.
const forJest = [...given.filter(isPath), ...given.filter(arg => !isPath(arg))]
const isWhole = forJest.length === 0 && !process.argv.includes('--no-check')
const report = inRoot('.linge/jest.json')

/** What the tests of each project run on. */
const programs = ['functions', 'localcloud']
const needs = {
  unit: programs,
  screens: [],
  cloud: programs,
  browser: [...programs, 'demo', 'h5'],
  weapp: [...programs, 'demo', 'weapp'],
}

/** The targets that the selected projects need, in the order they are built; all of them when none is selected. */
const needed = () => {
  const from = forJest.indexOf('--selectProjects') + 1
  const selected = from ? forJest.slice(from) : Object.keys(needs)
  const names = new Set(selected.flatMap(project => needs[project] ?? []))
  return Object.keys(targets).filter(name => names.has(name))
}

/** The last line, for people and for continuous integration: a test file that could not run counts as failed. */
const sum = ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests }) => {
  if (numPendingTests > 0) say(`${numPendingTests} skipped`)
  return [numPassedTests, numFailedTests + numRuntimeErrorTestSuites]
}

const end = (passed, failed, code) => {
  say()
  say(`${passed} passed, ${failed} failed`)
  process.exit(code)
}

checkNode()
await install()
const toBuild = needed()
const isBuilt = await buildTargets(toBuild)
if (!isBuilt || (toBuild.includes('demo') && !(await prepareDemo()))) {
  say('The build failed; no test was run.')
  end(0, 1, 1)
}
const isClean = !isWhole || (await runChecks())

mkdirSync(inRoot('.linge'), { recursive: true })
rmSync(report, { force: true })
const { code } = await run(
  process.execPath,
  [
    inRoot('node_modules/jest/bin/jest.js'),
    ...['--json', `--outputFile=${report}`],
    ...(process.env.CI ? ['--ci'] : []),
    ...forJest,
  ],
  { show: true },
)
if (!isClean) say('npm run check found something: see above.')
if (!existsSync(report)) end(0, 1, 1)
end(...sum(JSON.parse(readFileSync(report, 'utf8'))), code || (isClean ? 0 : 1))
