import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** Builds the suite's program and the host of functions beside it into a folder. Gives the program's path. */
export const buildSuite = (folder: string): string => {
  const build = (entry: string, name: string) =>
    buildSync({
      entryPoints: [join(__dirname, entry)],
      outfile: join(folder, name),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      packages: 'external',
      sourcemap: 'inline',
      logLevel: 'warning',
    })
  build('../src/functions/host.ts', 'src/functions/host.js')
  build('run.ts', 'conformance/run.js')
  return join(folder, 'conformance/run.js')
}
