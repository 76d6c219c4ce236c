import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

// node scripts/runTypeScript.mjs <file.ts> [arguments]: runs a program written in TypeScript, packages left outside.

const [entry, ...args] = process.argv.slice(2)
if (!entry) {
  console.error('node scripts/runTypeScript.mjs <file.ts> [arguments]')
  process.exit(2)
}
/** Packages that ship only as ES modules: Node before 20.17 cannot `require` them, so they are bundled. */
const esmOnly = [
  'd3-delaunay',
  'delaunator',
  'robust-predicates',
  'flatbush',
  'flatqueue',
  'rbush',
  'quickselect',
]
const alias = Object.fromEntries(esmOnly.map(name => [name, fileURLToPath(import.meta.resolve(name))]))

const outfile = inRoot('dist/run', `${basename(entry).replace(/\.tsx?$/, '')}.cjs`)
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  alias,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'inline',
  logLevel: 'warning',
})
const { code } = await run(process.execPath, ['--enable-source-maps', outfile, ...args], { show: true })
process.exit(code)
