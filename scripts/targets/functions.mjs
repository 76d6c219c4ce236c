import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { inRoot, root } from '../lib/paths.mjs'

const output = 'dist/cloudfunctions'

/**
 * cloudfunctions/functions.json: which functions exist; `files` are laid beside the bundle, for what a function reads itself.
 * @typedef {{entry: string, files?: string[], config: {timeout: number, permissions: object, triggers: object[]}}} FunctionSpec
 * @returns {Record<string, FunctionSpec>}
 */
const readSpecs = () => JSON.parse(readFileSync(inRoot('cloudfunctions/functions.json'), 'utf8'))

const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)

const bundle = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'cjs',
  // `import()` becomes a `require` that runs when it is reached.
  supported: { 'dynamic-import': false },
  // An ES module of a package asks where it is; in CommonJS this says it, and `createRequire` takes a path too.
  define: { 'import.meta.url': '__filename' },
  // @NOTE not identifiers: with short names a cold load takes 20 ms longer, and errors lose their class names.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'silent',
}

/**
 * A package that our code asks for with `import()` becomes a file of its own beside the bundle, read when somebody needs
 * it: esbuild splits no CommonJS. Packages only: a second copy of our own modules would hold a second state.
 * @param {Map<string, string>} chunks gathers file name → package
 */
const lazyPackages = chunks => ({
  name: 'lazy-packages',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ kind, path, importer }) => {
      if (kind !== 'dynamic-import' || importer.includes('node_modules')) return undefined
      const file = `${path.replace(/\W+/g, '-')}.js`
      chunks.set(file, path)
      return { path: `./${file}`, external: true }
    })
  },
})

/** Each function becomes one file, the SDK inside: a cold instance reads one file instead of hundreds. */
const bundleFunction = async (esbuild, name, { entry, files = [], config }) => {
  const folder = inRoot(output, name)
  mkdirSync(folder, { recursive: true })
  const chunks = new Map()
  await esbuild.build({
    ...bundle,
    entryPoints: [entry],
    outfile: join(folder, 'index.js'),
    plugins: [lazyPackages(chunks)],
  })
  for (const [file, path] of chunks) {
    await esbuild.build({ ...bundle, entryPoints: [path], outfile: join(folder, file) })
  }
  for (const file of files) copyFileSync(inRoot(file), join(folder, basename(file)))
  writeJson(join(folder, 'package.json'), { name, version: '0.1.0', private: true, main: 'index.js' })
  writeJson(join(folder, 'config.json'), config)
}

/** Writes collections.json by running the kernel's own description of its collections. */
const writeCollections = async esbuild => {
  const file = inRoot(output, '.collections.cjs')
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['cloudfunctions/kernel/collections/index.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    logLevel: 'silent',
  })
  const { collectionManifest } = createRequire(import.meta.url)(file)
  writeJson(inRoot(output, 'collections.json'), collectionManifest())
  rmSync(file)
}

export const functions = {
  name: 'functions',
  what: 'the cloud functions',
  inputs: ['cloudfunctions', 'contract', 'domain'],
  output,
  async build() {
    const esbuild = await import('esbuild')
    rmSync(inRoot(output), { recursive: true, force: true })
    mkdirSync(inRoot(output), { recursive: true })
    const specs = Object.entries(readSpecs())
    await Promise.all(specs.map(([name, spec]) => bundleFunction(esbuild, name, spec)))
    await writeCollections(esbuild)
  },
}
