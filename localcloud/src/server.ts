import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { Config } from './config'
import { readPeople } from './config'
import type { Environment } from './environment'
import { Environments, secretIn, secretVariables } from './environments'
import { deliverMessage } from './functions/deliverMessage'
import { FunctionFolder } from './functions/functionFolder'
import { FunctionHost } from './functions/functionHost'
import { sdkFolder } from './functions/sdkFolder'
import { Timers } from './functions/timers'
import { Console } from './gateway/console'
import { Gateway } from './gateway/gateway'
import { isLoopback } from './gateway/guards'
import { Passes } from './gateway/passes'
import { Session } from './gateway/session'
import { TestControl } from './gateway/testControl'
import { readManifest } from './manifest'
import { WireServer } from './wire/wireServer'

export interface Options extends Config {
  /** Begin with new data. */
  fresh?: boolean
  /** Open the controls that tests use, and leave the timers to them. */
  test?: boolean
  /** Let the console run timers, set faults and move the clock. */
  allowChanges?: boolean
  /** Folder of the built program: the host of the functions and the page of the console are in it. */
  program: string
  /** For the person at the terminal. */
  say?: (line: string) => void
  /** What functions print and what goes wrong; as `say` when left out. */
  log?: (line: string) => void
}

export interface LocalCloud {
  url: string
  /** The functions that were found. */
  functions: string[]
  close: () => Promise<void>
}

/**
 * Starts the local cloud: the configured environment, the functions, and the two servers.
 * Throws a sentence for the person at the terminal; `EADDRINUSE` as it comes when the port is taken.
 */
export const startLocalCloud = async (options: Options): Promise<LocalCloud> => {
  const { env, say = () => undefined, log = say, test = false } = options
  if (test && !isLoopback(options.host))
    throw new Error(
      `--test lets anybody be anybody, so it is for this machine only, not for ${options.host}.`,
    )
  // Before any data is touched: with a busy port or without functions nothing has happened.
  await refuseBusy(options.port, options.host)
  const folder = new FunctionFolder(options.functions)
  const functions = folder.names()
  functions.forEach(fn => folder.config(fn))
  const people = readPeople(options)
  const manifest = readManifest(options.collections)
  const secret = secretIn(options.data)
  let address = addressOf(options.host, options.port)

  const environments = new Environments(
    options,
    {
      appid: options.appid,
      manifest,
      secret,
      callsPerSecond: options.callsPerSecond,
      ...(options.contentWords && { contentWords: options.contentWords }),
      ...(options.uploadTypes && { uploadTypes: options.uploadTypes }),
      say,
      warn: log,
    },
    () => address,
    opened => {
      opened.pushMessage = message => void deliverMessage(host, opened, options.messages, message, log)
    },
  )
  const environment = (id: string) => environments.get(id)
  const sdk = sdkFolder(options.data, [process.cwd(), options.program])
  const host: FunctionHost = new FunctionHost({
    folder,
    program: join(options.program, 'functions/host.js'),
    env,
    appid: options.appid,
    sdkUrl: (): string => `${wire.url}/admin`,
    variables: {
      ...(sdk && { NODE_PATH: sdk }),
      ...options.environment,
      ...secretVariables(secret, options.secrets),
    },
    log,
  })
  const wire: WireServer = new WireServer({ host, environment, secret, log })
  const timersOf = (of: Environment) => new Timers(host, of, log)
  const passes = new Passes(secret)
  const gateway = new Gateway({
    env,
    title: options.title,
    home: options.home,
    host: options.host,
    hosts: options.hosts,
    folders: options.static,
    people,
    functions: host,
    environment,
    session: new Session(passes, env, id => environments.has(id)),
    console: new Console({
      env,
      environment,
      environments: () => environments.ids,
      recentCalls: () => host.log.recent(),
      functions: () => folder.names(),
      timers: timersOf,
      mayChange: options.allowChanges ?? test,
      folder: join(options.program, 'console'),
    }),
    ...(test && {
      test: new TestControl({
        environments,
        host,
        passes,
        timers: timersOf,
        sdkUrl: () => wire.directUrl,
      }),
    }),
    log,
  })

  let stopTimers = () => undefined as void
  const close = async () => {
    stopTimers()
    gateway.server.closeAllConnections()
    await new Promise(done => gateway.server.close(done))
    host.stop()
    wire.close()
    environments.close()
  }
  try {
    const first = environments.open(env, {
      fresh: options.fresh ?? false,
      ...(!test && options.seed && { seed: options.seed }),
    })
    if (options.faults) first.faults.set(options.faults)
    await wire.listen()
    address = addressOf(options.host, await listen(gateway, options))
    host.warm()
    if (!test) stopTimers = timersOf(first).start()
  } catch (error) {
    await close()
    throw error
  }
  let closing: Promise<void> | undefined
  return { url: address, functions, close: () => (closing ??= close()) }
}

/** The port it listens on. */
const listen = async ({ server }: Gateway, { port, host }: Config): Promise<number> => {
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, done)
  })
  return (server.address() as AddressInfo).port
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
