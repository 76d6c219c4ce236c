import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { functions } from '../targets/functions.mjs'
import { demo, localcloud } from '../targets/nodePrograms.mjs'
import { h5, weapp } from '../targets/taro.mjs'
import { fingerprint } from './fingerprint.mjs'
import { inRoot } from './paths.mjs'
import { dim, green, keepSaying, red, say, since } from './say.mjs'

/** In the order they are built: the quick ones first. */
export const targets = { functions, localcloud, demo, h5, weapp }

/** What every target depends on beside its own sources. */
const everywhere = ['package-lock.json', 'package.json', 'scripts/lib/buildTargets.mjs', 'scripts/targets']

const stampOf = target => inRoot('dist/.built', target.name)

const isFresh = (target, hash) =>
  existsSync(inRoot(target.output)) &&
  existsSync(stampOf(target)) &&
  readFileSync(stampOf(target), 'utf8') === hash

/**
 * Builds the named targets that are not up to date, one after the other, a line each.
 * @returns {Promise<boolean>} whether all of them are built
 */
export const buildTargets = async (names, { force = false } = {}) => {
  let allBuilt = true
  for (const name of names) {
    const target = targets[name]
    const label = name.padEnd(11)
    const missing = target.missing?.()
    if (missing) {
      say(dim(`- ${label} skipped: ${missing} is not there yet`))
      continue
    }
    const hash = fingerprint([...everywhere, ...target.inputs])
    if (!force && isFresh(target, hash)) {
      say(`${green('✓')} ${label} ${dim('up to date')}`)
      continue
    }
    const start = performance.now()
    const stopSaying = keepSaying(`building ${target.what}`)
    // A failed build leaves something behind that must not count as built.
    rmSync(stampOf(target), { force: true })
    try {
      await target.build()
      mkdirSync(inRoot('dist/.built'), { recursive: true })
      writeFileSync(stampOf(target), hash)
      say(`${green('✓')} ${label} ${dim(`built in ${since(start)}`)}`)
    } catch (error) {
      allBuilt = false
      say(`${red('✗')} ${label} ${dim(`failed after ${since(start)}`)}`)
      say(error.message)
    } finally {
      stopSaying()
    }
  }
  return allBuilt
}
