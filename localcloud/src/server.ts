import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { Config } from './config'
import { readPeople } from './config'
import { Environment, type Manifest, removeEnvironment } from './environment'
import { FunctionHost } from './functions/functionHost'
import { fireTimer, keepFiring } from './functions/timers'
import { Console } from './gateway/console'
import { Gateway } from './gateway/gateway'
import { Refused } from './gateway/http'
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
  /** For the person at the terminal. */
  say?: (line: string) => void
  /** What functions print and what goes wrong; as `say` when left out. */
  log?: (line: string) => void
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
  const { say = () => undefined, log = say } = options
  // Before any data is touched: with a busy port nothing has happened.
  await refuseBusy(options.port, options.host)
  mkdirSync(options.data, { recursive: true })
  const secret = secretIn(options.data)
  const manifest = JSON.parse(readFileSync(options.collections, 'utf8')) as Manifest
  const folderOf = (id: string) => join(options.data, id)
  let address = addressOf(options.host, options.port)
  const pageUrl = options.pageUrl ?? `${options.home}#/{page}?scene={scene}`
  const open = (id: string, seed?: string) => {
    const opened = Environment.open({
      id,
      folder: folderOf(id),
      manifest,
      ...(seed && { seed }),
      secret,
      fileUrl: path => `${address}/_cloud/files/${id}/${path}`,
      pageUrl: (page, scene) =>
        address + pageUrl.replace('{page}', page).replace('{scene}', encodeURIComponent(scene)),
      ...(options.contentWords && { contentWords: options.contentWords }),
      say,
      warn: log,
    })
    opened.pushMessage = message => void deliver(host, opened, options.messages, message, log)
    return opened
  }

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
    log,
  })
  const wire: WireServer = new WireServer({ host, environment, secret, log })
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
    host: options.host,
    folders: options.static,
    people: readPeople(options),
    functions: host,
    environment,
    passes,
    console: new Console({
      env: options.env,
      environments: () => [...environments.keys()],
      environment,
      functions: host,
    }),
    ...(options.test && {
      test: new TestControl({ make, environment, host, passes, sdkUrl: () => wire.directUrl }),
    }),
    log,
  })
  await new Promise<void>((done, fail) => {
    gateway.server.once('error', fail)
    gateway.server.listen(options.port, options.host, done)
  }).catch((error: Error) => {
    wire.close()
    for (const opened of environments.values()) opened.close()
    throw error
  })
  address = addressOf(options.host, (gateway.server.address() as AddressInfo).port)
  host.warm()
  const stopTimers = options.test ? [] : startTimers(host, environment(options.env), say)

  let closing: Promise<void> | undefined
  const close = async () => {
    stopTimers.forEach(stop => stop())
    gateway.server.closeAllConnections()
    await new Promise(done => gateway.server.close(done))
    host.stop()
    wire.close()
    for (const opened of environments.values()) opened.close()
  }
  return { url: address, close: () => (closing ??= close()) }
}

const refuseBusy = async (port: number, host: string): Promise<void> => {
  const probe = createServer()
  await new Promise<void>((done, fail) => {
    probe.once('error', fail)
    probe.listen(port, host, done)
  })
  await new Promise(done => probe.close(done))
}

const addressOf = (host: string, port: number): string => {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

const startTimers = (host: FunctionHost, environment: Environment, say: (line: string) => void) =>
  host
    .names()
    .flatMap(fn =>
      (host.config(fn).triggers ?? []).map(trigger =>
        keepFiring(trigger, () =>
          fireTimer(host, environment, fn, trigger.name).catch((error: Error) =>
            say(`timer ${fn}/${trigger.name}: ${error.message}`),
          ),
        ),
      ),
    )

/** A message from WeChat goes to the function that the configuration names, a moment later as from outside. */
const deliver = async (
  host: FunctionHost,
  environment: Environment,
  fn: string | undefined,
  message: Record<string, unknown>,
  log: (line: string) => void,
): Promise<void> => {
  if (fn === undefined)
    return log(`[messages] nobody gets ${String(message.Event)}: name a function in "messages"`)
  await new Promise(done => setTimeout(done, 50))
  await host
    .call(fn, message, {
      env: environment.id,
      openid: String(message.FromUserName),
      source: 'wx_client',
      offset: environment.offset,
    })
    .catch((error: Error) => log(`[messages] ${fn}: ${error.message}`))
}

/** The key that signs cookies and links: made once, readable by its owner only. */
const secretIn = (folder: string): Buffer => {
  const file = join(folder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}
