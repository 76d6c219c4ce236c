import { buildTargets } from './lib/buildTargets.mjs'
import { checkNode } from './lib/checkNode.mjs'
import { install } from './lib/install.mjs'
import { inRoot } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

// npm run bench [-- --only <prefix>] [--strict]: installs and builds what is stale, then measures.

checkNode()
await install()
if (!(await buildTargets(['functions', 'localcloud', 'h5', 'weapp']))) process.exit(1)
const { code } = await run(
  process.execPath,
  [inRoot('scripts/runTypeScript.mjs'), 'bench/bench.ts', ...process.argv.slice(2)],
  { show: true },
)
process.exit(code)
