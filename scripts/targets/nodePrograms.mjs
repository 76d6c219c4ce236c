import { existsSync, rmSync } from 'node:fs'
import { inRoot, root } from '../lib/paths.mjs'

/** Programs that run on this machine only; native packages stay outside the bundle. */
const nodeProgram = ({ name, what, entries, base, inputs }) => ({
  name,
  what,
  inputs,
  output: `dist/${name}`,
  missing: () => entries.find(entry => !existsSync(inRoot(entry))),
  async build() {
    const esbuild = await import('esbuild')
    rmSync(inRoot('dist', name), { recursive: true, force: true })
    await esbuild.build({
      absWorkingDir: root,
      entryPoints: entries,
      outbase: base,
      outdir: `dist/${name}`,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: ['libsql', 'wx-server-sdk'],
      loader: { '.html': 'text', '.css': 'text', '.svg': 'text', '.proto': 'text' },
      keepNames: true,
      sourcemap: 'linked',
      charset: 'utf8',
      logLevel: 'silent',
    })
  },
})

export const localcloud = {
  name: 'localcloud',
  what: 'the local cloud',
  inputs: ['localcloud'],
  output: 'dist/localcloud',
  async build() {
    const { buildLocalCloud } = await import('../../localcloud/build.mjs')
    await buildLocalCloud(inRoot('dist/localcloud'))
  },
}

export const demo = nodeProgram({
  name: 'demo',
  what: 'the demo street’s generator',
  entries: ['demo/generate.ts'],
  base: 'demo',
  inputs: ['demo', 'contract', 'domain'],
})
