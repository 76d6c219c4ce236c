import { buildTargets } from './lib/buildTargets.mjs'
import { checkNode } from './lib/checkNode.mjs'
import { install } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { prepareDemo } from './lib/prepareDemo.mjs'
import { run } from './lib/run.mjs'

// npm run bench [-- --only <prefix>] [--strict]: installs and builds what is stale, then measures.

checkNode()
await install()
const isBuilt = await buildTargets(['functions', 'localcloud', 'demo', 'h5', 'weapp'])
if (!isBuilt || !(await prepareDemo())) process.exit(1)
const { code } = await run(
  process.execPath,
  [inRoot('scripts/runTypeScript.mjs'), 'bench/bench.ts', ...process.argv.slice(2)],
  { show: true },
)
process.exit(code)
