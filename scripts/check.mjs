import { checkNode } from './lib/checkNode.mjs'
import { runChecks } from './lib/checks.mjs'
import { install } from './lib/install.mjs'

// npm run check: types, lint, format, dead code, rules between rooms.

checkNode()
await install()
process.exit((await runChecks()) ? 0 : 1)
