import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'

/** The built mini program. */
export const builtWeapp = resolve(process.cwd(), 'dist/weapp')

export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  window?: { navigationBarTitleText?: string }
  tabBar?: { list: { pagePath: string; text: string }[] }
}

/** `app.json` of the build. */
export const appJson = (): AppJson => readJson('app') as AppJson

/** The `.json` beside a page or component; empty when it has none. */
export const readJson = (path: string): object => {
  const file = join(builtWeapp, `${path}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : {}
}

/** Every page, those of subpackages with their root. */
export const allPages = ({ pages, subPackages = [] }: AppJson): string[] => [
  ...pages,
  ...subPackages.flatMap(({ root, pages: own }) => own.map(page => posix.join(root, page))),
]

/** Every file of the build, as paths inside it. */
export const builtFiles = (folder = ''): string[] =>
  readdirSync(join(builtWeapp, folder), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? builtFiles(posix.join(folder, entry.name)) : [posix.join(folder, entry.name)],
  )
