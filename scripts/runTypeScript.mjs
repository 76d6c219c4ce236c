import { basename } from 'node:path'
import { build } from 'esbuild'
import { inRoot, root } from './lib/paths.mjs'
import { run } from './lib/run.mjs'

// node scripts/runTypeScript.mjs <file.ts> [arguments]: runs a program written in TypeScript, packages left outside.

const [entry, ...args] = process.argv.slice(2)
if (!entry) {
  console.error('node scripts/runTypeScript.mjs <file.ts> [arguments]')
  process.exit(2)
}
const outfile = inRoot('dist/run', `${basename(entry).replace(/\.tsx?$/, '')}.cjs`)
await build({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: 'inline',
  logLevel: 'warning',
})
const { code } = await run(process.execPath, ['--enable-source-maps', outfile, ...args], { show: true })
process.exit(code)
