import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config'
import { readPeople } from './config'
import { Environment, type Manifest, removeEnvironment } from './environment'
import { FunctionHost } from './functions/functionHost'
import { keepFiring } from './functions/timers'
import { Gateway, Refused } from './gateway/gateway'
import { Passes } from './gateway/passes'
import { TestControl } from './gateway/testControl'
import { WireServer } from './wire/wireServer'

export interface Options extends Config {
  /** Begin with new data. */
  fresh?: boolean
  /** Open the controls that tests use, and leave the timers to them. */
  test?: boolean
  /** Path of the built host program. */
  hostProgram: string
  say?: (line: string) => void
}

export interface LocalCloud {
  url: string
  close: () => Promise<void>
}

/**
 * Starts the local cloud: the configured environment, the functions, and the two servers.
 * Throws a sentence for the person at the terminal; `EADDRINUSE` as it comes when the port is taken.
 */
export const startLocalCloud = async (options: Options): Promise<LocalCloud> => {
  const { say = () => undefined } = options
  mkdirSync(options.data, { recursive: true })
  const secret = secretIn(options.data)
  const manifest = JSON.parse(readFileSync(options.collections, 'utf8')) as Manifest
  const folderOf = (id: string) => join(options.data, id)
  const address = `http://${options.host === '0.0.0.0' ? '127.0.0.1' : options.host}:${options.port}`
  const open = (id: string, seed?: string) =>
    Environment.open({
      id,
      folder: folderOf(id),
      manifest,
      ...(seed && { seed }),
      secret,
      fileUrl: path => `${address}/_cloud/files/${id}/${path}`,
      say,
    })

  if (options.fresh) removeEnvironment(folderOf(options.env))
  const environments = new Map([[options.env, open(options.env, options.test ? undefined : options.seed)]])
  const environment = (id: string): Environment => {
    const found = environments.get(id)
    if (!found) throw new Refused(404, `there is no environment "${id}"`)
    return found
  }

  const host = new FunctionHost({
    folder: options.functions,
    program: options.hostProgram,
    env: options.env,
    sdkUrl: (): string => `${wire.url}/admin`,
    variables: options.environment,
    log: line => console.log(line),
  })
  const wire: WireServer = new WireServer({ host, environment })
  await wire.listen()

  const passes = new Passes(secret)
  const make = ({ id, seed, copyOf }: { id: string; seed?: string | null; copyOf?: string }): Environment => {
    if (!/^[\w-]{1,64}$/.test(id)) throw new Refused(400, 'an environment id is letters, digits, _ and -')
    environments.get(id)?.close()
    removeEnvironment(folderOf(id))
    if (copyOf) Environment.copy(folderOf(copyOf), folderOf(id))
    const made = open(id, seed ?? undefined)
    environments.set(id, made)
    return made
  }
  const gateway = new Gateway({
    env: options.env,
    title: options.title,
    home: options.home,
    folders: options.static,
    people: readPeople(options),
    host,
    environment,
    passes,
    ...(options.test && { test: new TestControl({ make, environment, host, passes }) }),
  })
  await new Promise<void>((done, fail) => {
    gateway.server.once('error', fail)
    gateway.server.listen(options.port, options.host, done)
  })
  const timers = options.test
    ? []
    : startTimers(host, functionsIn(options.functions), environment(options.env), say)

  return {
    url: address,
    close: async () => {
      timers.forEach(stop => stop())
      gateway.server.closeAllConnections()
      await new Promise(done => gateway.server.close(done))
      wire.close()
      host.stop()
      for (const opened of environments.values()) opened.close()
    },
  }
}

const startTimers = (
  host: FunctionHost,
  functions: string[],
  environment: Environment,
  say: (line: string) => void,
) =>
  functions.flatMap(fn =>
    (host.config(fn).triggers ?? []).map(trigger =>
      keepFiring(trigger, async () => {
        const event = {
          Type: 'Timer',
          TriggerName: trigger.name,
          Time: new Date(environment.now()).toISOString(),
        }
        await host
          .call(fn, event, { env: environment.id, source: 'wx_trigger', offset: environment.offset })
          .catch((error: Error) => say(`timer ${fn}/${trigger.name}: ${error.message}`))
      }),
    ),
  )

const functionsIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []))
    : []

/** The key that signs cookies and links: made once, readable by its owner only. */
const secretIn = (folder: string): Buffer => {
  const file = join(folder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}
