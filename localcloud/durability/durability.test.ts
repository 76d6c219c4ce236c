import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { Engine } from '../src/engine/engine'
import { collection, type Model, modelAfter, numbers, operationAt } from './mixedLoad'

const kills = 200
const killsPerFile = 25
/** Every kill takes the start of a process before and the check of a file after it, on whatever machine there is. */
const patienceMs = 1_800_000
/** So many operations at most are acknowledged before a kill. */
const wordsMost = 12

// Inside the package, so that the program finds the packages it uses.
const dist = join(__dirname, '../dist')
mkdirSync(dist, { recursive: true })
const folder = mkdtempSync(join(dist, 'durability-'))
const program = join(folder, 'loadProcess.js')

beforeAll(() => {
  buildSync({
    entryPoints: [join(__dirname, 'loadProcess.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['libsql'],
    logLevel: 'warning',
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/**
 * Lets a process write from an operation on and kills it within the operation that follows so many. A machine may be slow:
 * the moment is a part of the time that operations take on it. The last operation that was acknowledged.
 */
const writeUntilKilled = (
  file: string,
  seed: number,
  first: number,
  { words, part }: { words: number; part: number },
): Promise<number> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, file, String(seed), String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    let began = 0
    let isDoomed = false
    child.stdout.on('data', (chunk: Buffer) => {
      began ||= performance.now()
      said += chunk.toString()
      const count = said.split('\n').length - 1
      if (isDoomed || count < words) return
      isDoomed = true
      const operationMs = (performance.now() - began) / Math.max(count - 1, 1)
      setTimeout(() => child.kill('SIGKILL'), part * Math.max(operationMs, 1))
    })
    child.once('error', fail)
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') return fail(new Error(`the process ended by itself with ${code}`))
      // A line that was cut off was not acknowledged.
      const lines = said.split('\n').slice(0, -1)
      done(Number(lines.at(-1) ?? first - 1))
    })
  })

/** What a file holds, and whether every document is found through each index. */
const readAll = (file: string): { model: Model; isListed: boolean } => {
  const engine = new Engine(file)
  engine.unindexed.mode = 'allow'
  const all = engine.find(collection.name, {}).found.map(({ document }) => document)
  const listed = (query: object) => engine.count(collection.name, query as never).total
  const groups = ['g0', 'g1', 'g2'].reduce((sum, group) => sum + listed({ group }), 0)
  const tags = ['t0', 't1', 't2', 't3'].every(
    tag => listed({ tags: tag }) === all.filter(one => (one.tags as string[]).includes(tag)).length,
  )
  const codes = all.every(({ code }) => listed({ code }) === 1)
  engine.close()
  return {
    model: new Map(all.map(one => [String(one._id), one])),
    isListed: groups === all.length && tags && codes,
  }
}

const asText = (model: Model) => JSON.stringify([...model].sort(([a], [b]) => (a < b ? -1 : 1)))

/** Writes into one file and kills the writer, again and again. How many operations were acknowledged. */
const killInto = async (file: string, seed: number): Promise<number> => {
  const random = numbers(seed)
  let model: Model = new Map()
  let next = 0
  let acknowledged = 0
  for (let round = 0; round < killsPerFile; round++) {
    const moment = { words: 1 + Math.floor(random() * wordsMost), part: 1.5 * random() }
    const last = await writeUntilKilled(file, seed, next, moment)
    for (; next <= last; next++, acknowledged++) model = modelAfter(model, operationAt(seed, next))
    const found = readAll(file)
    expect(found.isListed).toBe(true)
    // The operation that was under way is there as a whole, or not at all.
    if (asText(found.model) !== asText(model)) {
      model = modelAfter(model, operationAt(seed, next++))
      expect(asText(found.model)).toBe(asText(model))
    }
  }
  return acknowledged
}

it(
  `kill -9 in the middle of a mixed load, ${kills} times: what was acknowledged is there, and nothing is there by half`,
  async () => {
    const seeds = Array.from({ length: kills / killsPerFile }, (_, n) => n + 1)
    let acknowledged = 0
    // Two at a time: while one is being read, the other writes.
    for (let n = 0; n < seeds.length; n += 2)
      for (const count of await Promise.all(
        seeds.slice(n, n + 2).map(seed => killInto(join(folder, `${seed}.sqlite`), seed)),
      ))
        acknowledged += count
    // The kills came in the middle of work, or this would have shown nothing.
    expect(acknowledged).toBeGreaterThan(kills * 3)
  },
  patienceMs,
)
