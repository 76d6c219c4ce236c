import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(__dirname, '../..')
const program = join(root, 'dist/localcloud/cli.js')
const patienceMs = 60_000

export interface LocalCloudProcess {
  /** Where it answers, such as `http://127.0.0.1:41234`. */
  url: string
  child: ChildProcess
  /** The folder with its database file. */
  data: string
  /** Ends it as Ctrl-C would and removes its data unless that was given. */
  stop(): Promise<void>
}

/** A port nobody listens on just now. */
export const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise<void>(done => child.once('exit', () => done()))

/**
 * Starts the built local cloud in test mode and waits until it is ready.
 * @throws when it is not built, ends early (with what it printed) or is not ready within a minute
 */
export const startLocalCloud = async ({
  data,
  args = [],
}: { data?: string; args?: string[] } = {}): Promise<LocalCloudProcess> => {
  if (!existsSync(program)) throw new Error('dist/localcloud is missing: run `npm run build`')
  const folder = data ?? mkdtempSync(join(tmpdir(), 'linge-cloud-'))
  const port = await freePort()
  const options = ['--config', join(root, 'localcloud.config.json'), '--port', String(port), '--data', folder]
  const child = spawn(process.execPath, [program, ...options, '--test', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const url = await new Promise<string>((done, fail) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      fail(new Error(`the local cloud was not ready within ${patienceMs / 1000} s:\n${printed}`))
    }, patienceMs)
    const listen = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-20_000)
      const ready = /^ready (http:\/\/\S+)/m.exec(printed)?.[1]
      if (!ready) return
      clearTimeout(timer)
      done(ready.replace(/\/$/, ''))
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', code => {
      clearTimeout(timer)
      fail(new Error(`the local cloud ended with code ${code} before it was ready:\n${printed}`))
    })
  })
  const stop = async () => {
    child.kill('SIGINT')
    const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await ended(child)
    clearTimeout(impatient)
    if (data === undefined) rmSync(folder, { recursive: true, force: true })
  }
  return { url, child, data: folder, stop }
}
