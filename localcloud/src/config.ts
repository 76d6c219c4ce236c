import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { DemoPerson } from './gateway/gateway'

/** `localcloud.config.json`; paths are relative to the file. */
export interface Config {
  env: string
  port: number
  host: string
  /** Where databases and files are kept. */
  data: string
  /** Folder with a folder for each function. */
  functions: string
  /** Manifest of collections and indexes. */
  collections: string
  seed?: string
  people?: string
  static: Record<string, string>
  /** Page that the frame opens. */
  home: string
  title: string
  /** Variables given to the functions. */
  environment: Record<string, string>
}

const defaults = {
  env: 'local',
  port: 7300,
  host: '127.0.0.1',
  data: '.localcloud',
  static: {},
  home: '/',
  title: 'Local cloud',
  environment: {},
}

/** Reads the configuration, with defaults filled in and paths made absolute. Throws a sentence naming what is wrong. */
export const readConfig = (file: string): Config => {
  if (!existsSync(file)) throw new Error(`There is no configuration at ${file}. Name one with --config.`)
  const given = JSON.parse(readFileSync(file, 'utf8')) as Partial<Config>
  for (const name of ['functions', 'collections'] as const) {
    if (!given[name]) throw new Error(`${file} does not say "${name}".`)
  }
  const at = (path: string) => resolve(dirname(file), path)
  const config = { ...defaults, ...given } as Config
  return {
    ...config,
    data: at(config.data),
    functions: at(config.functions),
    collections: at(config.collections),
    ...(config.seed && { seed: at(config.seed) }),
    ...(config.people && { people: at(config.people) }),
    static: Object.fromEntries(Object.entries(config.static).map(([prefix, folder]) => [prefix, at(folder)])),
  }
}

/** The demo people of the bar; none when no file is named or it is not there yet. */
export const readPeople = ({ people }: Config): DemoPerson[] =>
  people && existsSync(people) ? (JSON.parse(readFileSync(people, 'utf8')) as DemoPerson[]) : []
