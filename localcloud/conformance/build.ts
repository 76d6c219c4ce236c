import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** Builds a program of this folder and the host of functions beside it into a folder. Gives the program's path. */
export const buildSuite = (folder: string, entry = 'run.ts'): string => {
  const program = join(folder, 'conformance', entry.replace(/\.ts$/, '.js'))
  const build = (from: string, outfile: string) =>
    buildSync({
      entryPoints: [join(__dirname, from)],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      packages: 'external',
      sourcemap: 'inline',
      logLevel: 'warning',
    })
  build('../src/functions/host.ts', join(folder, 'src/functions/host.js'))
  build(entry, program)
  return program
}
