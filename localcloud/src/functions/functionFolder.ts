import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import { nextFiring } from './nextFiring'

/**
 * A trigger of a function, from its `config.json`.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html
 */
export interface Trigger {
  name: string
  type: string
  /** Seven fields: second minute hour day month weekday year. */
  config: string
}

/** What a function's `config.json` may say. */
export interface FunctionConfig {
  triggers?: Trigger[]
  /** Seconds; the service keeps this in its console, here it stands beside the rest. */
  timeout?: number
  permissions?: { openapi?: string[] }
}

/** The folder of functions: `<name>/index.js` with `main`, and beside it an optional `config.json`. */
export class FunctionFolder {
  private readonly configs = new Map<string, { stamp: string; config: FunctionConfig }>()

  constructor(readonly path: string) {}

  /** The functions of the folder, by name. Throws a sentence when the folder is not there. */
  names(): string[] {
    try {
      return readdirSync(this.path)
        .filter(name => this.exists(name))
        .sort()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      throw new Error(`There is no folder of functions at ${this.path}. Build them, or name another folder.`)
    }
  }

  exists(fn: string): boolean {
    return /^[\w-]+$/.test(fn) && stampOf(join(this.path, fn, 'index.js')) !== ''
  }

  /** What its `config.json` says, read again when that has changed. Throws a sentence for one that cannot be used. */
  config(fn: string): FunctionConfig {
    const file = join(this.path, fn, 'config.json')
    const stamp = stampOf(file)
    const known = this.configs.get(fn)
    if (known?.stamp === stamp) return known.config
    const config = stamp ? readFunctionConfig(file) : {}
    this.configs.set(fn, { stamp, config })
    return config
  }

  /** How long a call of it may take, seconds. */
  seconds(fn: string): number {
    const { timeout = limits.functionSecondsDefault.value } = this.config(fn)
    return Math.min(timeout, limits.functionSecondsMost.value)
  }
}

/** Changes when a file does; empty when there is none. */
const stampOf = (file: string): string => {
  const found = statSync(file, { throwIfNoEntry: false })
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : ''
}

const readFunctionConfig = (file: string): FunctionConfig => {
  try {
    const config = JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig
    for (const trigger of checked(config).triggers ?? []) nextFiring(trigger, Date.now())
    return config
  } catch (error) {
    throw new ServiceError('FUNCTIONS_EXECUTE_FAIL', `${file} cannot be used: ${(error as Error).message}`)
  }
}

const checked = (config: FunctionConfig): FunctionConfig => {
  const { timeout, triggers = [], permissions } = config
  const { functionSecondsMost, triggersPerFunction } = limits
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout > 0))
    throw new Error(`"timeout" is a number of seconds, 1 to ${functionSecondsMost.value}`)
  if (!Array.isArray(triggers)) throw new Error('"triggers" is a list')
  if (triggers.length > triggersPerFunction.value)
    throw new Error(
      `it has ${triggers.length} triggers; the service takes ${triggersPerFunction.value} for a function`,
    )
  for (const { name, type } of triggers) {
    if (typeof name !== 'string' || !/^[A-Za-z][\w-]{0,59}$/.test(name))
      throw new Error(
        `a trigger has a "name" of letters, digits, _ and -, 60 at most and a letter first, not ${JSON.stringify(name)}`,
      )
    if (type !== 'timer') throw new Error(`the trigger "${name}" has the type "timer" and no other`)
  }
  if (permissions?.openapi !== undefined && !Array.isArray(permissions.openapi))
    throw new Error('"permissions.openapi" is a list of names such as "security.msgSecCheck"')
  return config
}
