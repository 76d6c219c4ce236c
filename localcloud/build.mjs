import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('src', import.meta.url))
const shared = { bundle: true, logLevel: 'silent', sourcemap: 'linked', charset: 'utf8', keepNames: true }

/** Builds the program `cli.js`, the host of the functions and the page of the console into a folder. */
export const buildLocalCloud = async outdir => {
  rmSync(outdir, { recursive: true, force: true })
  await build({
    ...shared,
    entryPoints: [join(source, 'cli.ts'), join(source, 'functions/host.ts')],
    outbase: source,
    outdir,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Native, and the SDK is the functions' own.
    external: ['libsql', 'wx-server-sdk'],
  })
  await build({
    ...shared,
    entryPoints: [join(source, 'console/console.ts')],
    outdir: join(outdir, 'console'),
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
  })
  mkdirSync(join(outdir, 'console'), { recursive: true })
  for (const file of ['index.html', 'console.css', 'icon.svg'])
    copyFileSync(join(source, 'console', file), join(outdir, 'console', file))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await buildLocalCloud(process.argv[2] ?? fileURLToPath(new URL('dist', import.meta.url)))
