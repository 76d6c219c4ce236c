import { existsSync } from 'node:fs'
import { run } from './run.mjs'
import { inRoot } from './paths.mjs'
import { dim, green, red, say, since } from './say.mjs'

/** The rooms of the design; one that is not built yet is left out. */
const rooms = [
  'contract',
  'domain',
  'cloudfunctions',
  'src',
  'localcloud',
  'demo',
  'config',
  'tests',
  'bench',
].filter(room => existsSync(inRoot(room)))

/** The tools of `npm run check`, the slow ones first. */
const checks = [
  { name: 'lint', tool: ['eslint/bin/eslint.js', '.', '--max-warnings', '0'] },
  { name: 'types', tool: ['typescript/bin/tsc', '--noEmit', '--pretty', 'false'] },
  { name: 'dead code', tool: ['knip/bin/knip.js', '--no-progress'] },
  {
    name: 'rooms',
    tool: ['dependency-cruiser/bin/dependency-cruise.mjs', '--no-progress', '--no-cache', ...rooms],
  },
  { name: 'format', tool: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
]

const runCheck = async ({ name, tool: [program, ...args] }) => {
  const start = performance.now()
  const { code, output } = await run(process.execPath, [inRoot('node_modules', program), ...args])
  say(`${code === 0 ? green('✓') : red('✗')} ${name.padEnd(11)} ${dim(since(start))}`)
  if (code !== 0) say(output.trimEnd())
  return code === 0
}

/**
 * Types, lint, format, dead code and the rules between rooms: all of them, two at a time, a line each.
 * @returns {Promise<boolean>} whether all are clean
 */
export const runChecks = async () => {
  const waiting = [...checks]
  let clean = true
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) clean = (await runCheck(next)) && clean
  }
  await Promise.all([worker(), worker()])
  return clean
}
