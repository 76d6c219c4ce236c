import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const packageFolder = resolve(__dirname, '../..')
// Below a node_modules: what stays outside of the bundles is found from there.
const cache = resolve(packageFolder, '../node_modules/.cache')

/** Builds the program into a folder of its own, for one test file. */
export const buildProgram = (): { program: string; remove: () => void } => {
  mkdirSync(cache, { recursive: true })
  const program = mkdtempSync(join(cache, 'localcloud-'))
  execFileSync(process.execPath, [join(packageFolder, 'build.mjs'), program])
  return { program, remove: () => rmSync(program, { recursive: true, force: true }) }
}
