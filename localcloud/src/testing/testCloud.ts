import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Config, completeConfig } from '../config'
import { startLocalCloud } from '../server'
import { buildProgram } from './builtProgram'

/** The source of a function, or its files by name. */
type Source = string | Record<string, string>

/** What a call from a phone gave. */
export interface Called {
  result?: unknown
  errCode?: number
  errMsg?: string
}

/** A port nobody listens on just now. */
export const freePort = () =>
  new Promise<number>(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

/** Writes functions as folders with their files; what is there beside them stays. */
export const writeFunctions = (folder: string, functions: Record<string, Source>): void => {
  for (const [name, source] of Object.entries(functions)) {
    const files = typeof source === 'string' ? { 'index.js': source } : source
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, name, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }
}

/** Functions that say nothing of their time get as much as there is: the machine may have other work. */
const patient = (functions: Record<string, Source>): Record<string, Source> =>
  Object.fromEntries(
    Object.entries(functions).map(([name, source]) => {
      const files = typeof source === 'string' ? { 'index.js': source } : source
      const config = JSON.parse(files['config.json'] ?? '{}') as object
      return [name, { ...files, 'config.json': JSON.stringify({ timeout: 60, ...config }) }]
    }),
  )

/** The local cloud in this process with functions of a test, in a folder of its own. Call `stop` at the end. */
export const startTestCloud = async (functions: Record<string, Source>, config: Partial<Config> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-'))
  const { program, remove } = buildProgram()
  mkdirSync(join(folder, 'functions'))
  writeFunctions(join(folder, 'functions'), patient(functions))
  const lines: string[] = []
  const cloud = await startLocalCloud({
    ...completeConfig({ env: 'e', port: await freePort(), functions: 'functions', ...config }, folder),
    program,
    test: true,
    log: line => lines.push(line),
  })
  const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    fetch(cloud.url + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    })
  const json = async <T>(path: string, body?: unknown, headers?: Record<string, string>) =>
    (await (await post(path, body, headers)).json()) as T
  const tokenOf = async (openid: string, env = 'e') =>
    (await json<{ token: string }>('/_cloud/test/token', { env, openid })).token
  return {
    url: cloud.url,
    folder,
    /** What was logged. */
    lines,
    post,
    json,
    tokenOf,
    /** Calls a function as somebody. */
    call: async (fn: string, event: object = {}, openid = 'o-ann') =>
      json<Called>(`/_cloud/call/${fn}`, event, { authorization: `Bearer ${await tokenOf(openid)}` }),
    stop: async () => {
      await cloud.close()
      remove()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type TestCloud = Awaited<ReturnType<typeof startTestCloud>>
