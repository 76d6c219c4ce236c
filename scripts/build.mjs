import { buildTargets, targets } from './lib/buildTargets.mjs'
import { say } from './lib/say.mjs'

// npm run build -- [weapp] [h5] [functions] [localcloud] [demo] [--force]: all of them when none is named.

const args = process.argv.slice(2)
const named = args.filter(arg => !arg.startsWith('--'))
const unknown = named.find(name => !Object.hasOwn(targets, name))
if (unknown) {
  say(`There is no build target "${unknown}". Targets: ${Object.keys(targets).join(', ')}.`)
  process.exit(2)
}
const built = await buildTargets(named.length > 0 ? named : Object.keys(targets), {
  force: args.includes('--force'),
})
process.exit(built ? 0 : 1)
