import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fingerprint } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { dim, green, red, say, since } from './say.mjs'

const generator = 'dist/demo/generate.js'
const folder = '.linge/demo'
const stamp = '.linge/demo.stamp'

/** The demo street ends now, so yesterday's is stale even when its code is the same. */
const age = () => new Date().toISOString().slice(0, 10)

/**
 * Writes the demo street to `.linge/demo` unless today's is there.
 * @returns {Promise<boolean>} whether there is one
 */
export const prepareDemo = async () => {
  if (!existsSync(inRoot(generator))) return false
  // Account ids in the street and in the functions come from the same secret.
  const { environment: env } = JSON.parse(readFileSync(inRoot('localcloud.config.json'), 'utf8'))
  const key = `${fingerprint([generator, 'localcloud.config.json'])} ${age()}`
  const isFresh = existsSync(inRoot(folder)) && existsSync(inRoot(stamp))
  if (isFresh && readFileSync(inRoot(stamp), 'utf8') === key) {
    say(`${green('✓')} demo street ${dim('up to date')}`)
    return true
  }
  const start = performance.now()
  rmSync(inRoot(folder), { recursive: true, force: true })
  rmSync(inRoot(stamp), { force: true })
  mkdirSync(inRoot('.linge'), { recursive: true })
  const { code } = await run(process.execPath, [inRoot(generator), '--out', folder], { env, show: true })
  if (code !== 0) {
    say(`${red('✗')} demo street could not be generated`)
    return false
  }
  writeFileSync(inRoot(stamp), key)
  say(`${green('✓')} demo street ${dim(`generated in ${since(start)}`)}`)
  return true
}
