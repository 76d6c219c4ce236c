import { buildTargets } from './lib/buildTargets.mjs'
import { checkNode } from './lib/checkNode.mjs'
import { install } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { prepareDemo } from './lib/prepareDemo.mjs'
import { run } from './lib/run.mjs'

// npm run bench [-- --only <prefix>] [--strict]: installs and builds what is stale, then measures.

checkNode()
await install()
const args = process.argv.slice(2)
const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : ''
// Parts that measure a built app; the others do without, and an app takes a minute to build.
const apps = ['h5', 'weapp'].filter(app => app.startsWith(only) || only.startsWith(app))
const isBuilt = await buildTargets(['functions', 'localcloud', 'demo', ...apps])
if (!isBuilt || !(await prepareDemo())) process.exit(1)
const { code } = await run(
  process.execPath,
  [inRoot('scripts/runTypeScript.mjs'), 'bench/bench.ts', ...args],
  { show: true },
)
process.exit(code)
