import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../tests/support/startLocalCloud'
import { type Figure, median, rounded } from './figure'

const rounds = 9
const callsPerRound = 3000
const concurrency = 50
const empty = 'exports.main = () => ({})\n'

/** A server with the empty function, and how to call it. */
interface Served {
  child: ChildProcess
  address: string
  headers: Record<string, string>
}

const agent = new Agent({ keepAlive: true, maxSockets: concurrency })

/** One call, as a phone makes it: JSON there and back. @throws for anything but 200 and an empty object inside */
const call = ({ address, headers }: Served) =>
  new Promise<string>((done, fail) => {
    const asked = request(address, { method: 'POST', agent, headers }, response => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () =>
        response.statusCode === 200 && body.includes('{}')
          ? done(body)
          : fail(new Error(`${address}: ${response.statusCode} ${body}`)),
      )
    })
    asked.on('error', fail)
    asked.end('{"a":1}')
  })

/** Calls per second with `concurrency` calls in flight. */
const round = async (served: Served): Promise<number> => {
  let left = callsPerRound
  const started = performance.now()
  const caller = async () => {
    while (left-- > 0) await call(served)
  }
  await Promise.all(Array.from({ length: concurrency }, caller))
  return callsPerRound / ((performance.now() - started) / 1000)
}

const ready = async (served: Served): Promise<Served> => {
  for (let tries = 0; ; tries++) {
    try {
      await call(served)
      return served
    } catch (error) {
      if (tries > 100) throw error
      await new Promise(done => setTimeout(done, 100))
    }
  }
}

const json = { 'content-type': 'application/json' }

const startOurs = async (folder: string): Promise<Served> => {
  const port = await freePort()
  const options = ['--port', String(port), '--data', join(folder, 'data'), '--test']
  const program = join(process.cwd(), 'dist/localcloud/cli.js')
  const child = spawn(process.execPath, [program, join(folder, 'functions'), ...options], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  const served = { child, address: `${url}/_cloud/call/empty`, headers: json }
  await ready(served)
  const answer = await fetch(`${url}/_cloud/test/token`, {
    method: 'POST',
    body: JSON.stringify({ env: 'local', openid: 'o-bench' }),
  })
  const { token } = (await answer.json()) as { token: string }
  return { ...served, headers: { ...json, authorization: `Bearer ${token}` } }
}

const startFramework = async (folder: string): Promise<Served> => {
  const port = await freePort()
  const program = join(process.cwd(), 'node_modules/@cloudbase/functions-framework/bin/tcb-ff.js')
  const options = ['--source', join(folder, 'functions/empty'), '--port', String(port)]
  const child = spawn(process.execPath, [program, ...options, '--logDirname', join(folder, 'logs')], {
    stdio: 'ignore',
  })
  return ready({ child, address: `http://127.0.0.1:${port}/`, headers: json })
}

/** Throughput of an empty function beside the vendor's own framework, turn by turn in one run. */
export const measureThroughput = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughput-'))
  mkdirSync(join(folder, 'functions/empty'), { recursive: true })
  writeFileSync(join(folder, 'functions/empty/index.js'), empty)
  writeFileSync(join(folder, 'functions/empty/package.json'), '{"name": "empty", "main": "index.js"}')
  const started: Served[] = []
  try {
    const ours = await startOurs(folder)
    started.push(ours)
    const framework = await startFramework(folder)
    started.push(framework)
    const own: number[] = []
    const theirs: number[] = []
    for (let n = 0; n <= rounds; n++) {
      const [a, b] = [await round(ours), await round(framework)]
      // The first turn warms both.
      if (n === 0) continue
      own.push(a)
      theirs.push(b)
    }
    return [
      {
        name: 'functions.throughput',
        value: rounded(median(own), 0),
        unit: 'calls/s',
        ratio: rounded(median(own) / median(theirs)),
        least: 1,
        against: `@cloudbase/functions-framework 1.18.0 with its defaults, ${rounded(median(theirs), 0)} calls/s: it runs the function inside its web server, we in a process of its own behind a signed identity; ${concurrency} in flight, the caller on the same machine`,
      },
    ]
  } finally {
    for (const { child } of started) child.kill('SIGKILL')
    agent.destroy()
    rmSync(folder, { recursive: true, force: true })
  }
}
