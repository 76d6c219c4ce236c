import { existsSync, readFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { run } from './run.mjs'
import { dim, green, red, say, since } from './say.mjs'

const packagesOf = path => JSON.parse(readFileSync(inRoot(path), 'utf8')).packages

/** What the lock file wants on every machine: not the workspaces' links, not what only some systems get. */
const wanted = () =>
  Object.entries(packagesOf('package-lock.json')).filter(
    ([path, { optional, devOptional, link }]) =>
      path.startsWith('node_modules/') && !optional && !devOptional && !link,
  )

/**
 * Whether node_modules is what the lock file says. npm writes its own copy of the lock file there when, and only
 * when, an installation is complete.
 */
const isInstalled = () => {
  if (!existsSync(inRoot('node_modules/.package-lock.json'))) return false
  const installed = packagesOf('node_modules/.package-lock.json')
  return wanted().every(([path, { version }]) => installed[path]?.version === version)
}

/** Says how far npm is, every few seconds: without a terminal npm itself is silent until the end. */
const showProgress = (packages, start) => {
  const timer = setInterval(() => {
    const unpacked = packages.filter(([path]) => existsSync(inRoot(path, 'package.json'))).length
    say(
      dim(`  … ${unpacked > 1 ? `${unpacked} of ${packages.length} unpacked` : 'fetching'}, ${since(start)}`),
    )
  }, 5_000)
  return () => clearInterval(timer)
}

/** Brings node_modules in line with the lock file; no package runs a script of its own. */
export const install = async () => {
  if (isInstalled()) return
  const start = performance.now()
  const packages = wanted()
  say(`Installing ${packages.length} packages (npm ci, once):`)
  const stop = showProgress(packages, start)
  const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
  stop()
  if (code === 0) return say(`${green('✓')} packages    ${dim(`installed in ${since(start)}`)}`)
  say(output)
  say(`${red('✗')} npm ci failed: the lines above say why`)
  process.exit(1)
}
