import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { refuseWrong } from './configMembers'
import type { FaultPlan } from './faults'
import type { DemoPerson } from './gateway/people'
import { limits } from './limits'
import type { CollectionsSetting } from './manifest'
import type { ContentWords } from './platform/contentWords'

/** `localcloud.config.json`; paths are relative to the file. */
export interface Config {
  env: string
  /** The mini program's app id. */
  appid: string
  port: number
  host: string
  /** Names beside IP addresses under which the server may be asked, when `host` is not this machine alone. */
  hosts: string[]
  /** Where databases and files are kept. */
  data: string
  /** Folder with a folder for each function. */
  functions: string
  /** Path of a manifest, or the collections themselves. */
  collections?: CollectionsSetting
  seed?: string
  people?: string
  static: Record<string, string>
  /** Page that the frame opens. */
  home: string
  title: string
  /** Variables given to the functions. */
  environment: Record<string, string>
  /** Variables whose values are made here, different for every data folder and the same for as long as it is kept. */
  secrets: string[]
  /** Page codes lead here: `{page}` and `{scene}` are filled in. Relative to the address of the server. */
  pageUrl?: string
  /** Function that gets messages from WeChat, such as the result of a media check. */
  messages?: string
  /** Words the content check finds, beside the built-in ones. */
  contentWords?: ContentWords
  /** Endings of file names that are taken; any when left out. */
  uploadTypes?: string[]
  /** More calls in a second are refused; 0 for any number. */
  callsPerSecond: number
  /** What is to go wrong. */
  faults?: Partial<FaultPlan>
}

const defaults = {
  env: 'local',
  appid: 'touristappid',
  port: 7300,
  host: '127.0.0.1',
  hosts: [],
  data: '.localcloud',
  static: {},
  home: '/',
  title: 'Local cloud',
  environment: {},
  secrets: [],
  callsPerSecond: limits.callsPerSecond.value,
}

/** Reads the configuration, with defaults filled in and paths made absolute. Throws a sentence naming what is wrong. */
export const readConfig = (file: string): Config => {
  if (!existsSync(file)) throw new Error(`There is no configuration at ${file}. Name one with --config.`)
  return completeConfig(parsed(file), dirname(resolve(file)), file)
}

/**
 * The configuration of a project that has none: its functions are where `project.config.json`, the file of WeChat's
 * developer tools, says. Throws a sentence when there is no such file either.
 */
export const configOfProject = (folder: string): Config => {
  const file = join(folder, 'project.config.json')
  const { cloudfunctionRoot, appid } = existsSync(file)
    ? (parsed(file) as { cloudfunctionRoot?: string; appid?: string })
    : {}
  if (!cloudfunctionRoot)
    throw new Error(
      `There is no localcloud.config.json in ${folder}, and no project.config.json that says "cloudfunctionRoot". Name the folder of your functions: localcloud cloudfunctions`,
    )
  return completeConfig({ functions: cloudfunctionRoot, ...(appid && { appid }) }, folder)
}

/** Fills in defaults and makes paths absolute, seen from `folder`. Throws a sentence naming what is wrong. */
export const completeConfig = (
  given: Partial<Config>,
  folder: string,
  name = 'the configuration',
): Config => {
  refuseWrong(given, name)
  const at = (path: string) => resolve(folder, path)
  const config = { ...defaults, ...given } as Config
  const { collections } = config
  return {
    ...config,
    data: at(config.data),
    functions: at(config.functions),
    ...(collections && { collections: typeof collections === 'string' ? at(collections) : collections }),
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

/** The demo people of the bar; none when no file is named or it is not there yet. Throws a sentence for another file. */
export const readPeople = ({ people }: Config): DemoPerson[] => {
  if (!people || !existsSync(people)) return []
  const listed: unknown = parsed(people)
  const isPerson = (one: unknown) =>
    ['id', 'openid', 'name'].every(member => typeof (one as Record<string, unknown>)?.[member] === 'string')
  if (!Array.isArray(listed) || !listed.every(isPerson))
    throw new Error(`${people} is no list of people, each with "id", "openid" and "name".`)
  return listed as DemoPerson[]
}
