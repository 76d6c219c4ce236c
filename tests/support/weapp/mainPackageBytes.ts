import { statSync } from 'node:fs'
import { join } from 'node:path'
import { appJson, builtFiles, builtWeapp } from './paths'

/** Bytes of the built mini program without its subpackages: what WeChat loads before the first screen. */
export const mainPackageBytes = (): number => {
  const subpackages = (appJson().subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  return builtFiles()
    .filter(file => !subpackages.some(root => file.startsWith(root)))
    .reduce((sum, file) => sum + statSync(join(builtWeapp, file)).size, 0)
}
