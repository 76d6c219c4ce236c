import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { ContentWords } from './environment'
import type { DemoPerson } from './gateway/people'

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
  /** Page codes lead here: `{page}` and `{scene}` are filled in. Relative to the address of the server. */
  pageUrl?: string
  /** Function that gets messages from WeChat, such as the result of a media check. */
  messages?: string
  /** Words the content check finds, beside the built-in ones. */
  contentWords?: ContentWords
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
  return completeConfig(parsed(file), dirname(resolve(file)), file)
}

/** Fills in defaults and makes paths absolute, seen from `folder`. Throws a sentence naming what is missing. */
export const completeConfig = (
  given: Partial<Config>,
  folder: string,
  name = 'the configuration',
): Config => {
  const needed = ['functions', 'collections'] as const
  const missing = needed.filter(member => !given[member])
  if (missing.length)
    throw new Error(`${name} does not say ${missing.map(member => `"${member}"`).join(' and ')}.`)
  const at = (path: string) => resolve(folder, path)
  const config = { ...defaults, ...given } as Config
  return {
    ...config,
    data: at(config.data),
    functions: at(config.functions),
    collections: at(config.collections),
    ...(config.seed && { seed: at(config.seed) }),
    ...(config.people && { people: at(config.people) }),
    static: Object.fromEntries(Object.entries(config.static).map(([prefix, path]) => [prefix, at(path)])),
  }
}

const parsed = (file: string): Partial<Config> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Config>
  } catch (error) {
    throw new Error(`${file} is no JSON: ${(error as Error).message}`)
  }
}

/** The demo people of the bar; none when no file is named or it is not there yet. */
export const readPeople = ({ people }: Config): DemoPerson[] =>
  people && existsSync(people) ? (JSON.parse(readFileSync(people, 'utf8')) as DemoPerson[]) : []
