import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Nedb from '@seald-io/nedb'
import Database from 'libsql'
import { Engine } from '../localcloud/src/engine/engine'
import { compileUpdate } from '../localcloud/src/engine/updater'
import type { Document } from '../localcloud/src/engine/value'
import { type Figure, median, rounded } from './figure'

const stored = 100_000
const pageOf = 20
const countOf = 2_500
const rounds = 120
const burst = 5

const small = 10_000
const large = 1_000_000
const growthCountOf = 250
const batch = 20_000

/** A document of about 600 bytes; so many of them share a group. */
const documentAt = (n: number, groups: number): Document => ({
  _id: `d${String(n).padStart(8, '0')}`,
  group: `g${n % groups}`,
  state: n % 3 ? 'open' : 'closed',
  key: `${String((n * 7919) % 1_000_003).padStart(7, '0')}-${n}`,
  at: 1_700_000_000_000 + n,
  title: `The lamp in the stairwell of number ${n % 400} has been out since Monday`,
  text: 'x'.repeat(330),
  place: { lng: 113.3 + (n % 1000) / 1e5, lat: 23.1 + (n % 777) / 1e5 },
})

const indexes = [
  {
    name: 'group_key',
    keys: [
      { name: 'group', direction: '1' as const },
      { name: 'key', direction: '1' as const },
    ],
  },
]

/**
 * The engine of the local cloud beside plain libsql with the right compound index, turn by turn in the same run; and
 * how its times grow from 10,000 to 1,000,000 documents.
 */
export const measureEngine = async (say: (line: string) => void): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-engine-'))
  try {
    const beside = await measureBeside(folder)
    say(`  ${stored} documents beside plain libsql done`)
    return [...beside, ...measureGrowth(folder, say)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const measureBeside = async (folder: string): Promise<Figure[]> => {
  const groups = stored / countOf
  const engine = openEngine(join(folder, 'engine.sqlite'), stored, groups)
  const plain = new Plain(join(folder, 'plain.sqlite'), groups)
  const random = numbers(1)
  const taken = { find: times(), count: times(), insert: times() }
  let made = stored
  // A page of a list, from a random place of a random group on.
  const somewhere = () => ({
    group: `g${Math.floor(random() * groups)}`,
    after: String(Math.floor(random() * 900_000)).padStart(7, '0'),
  })
  for (let round = 0; round < rounds; round++) {
    inTurn(round, taken.find, [
      () => {
        const { group, after } = somewhere()
        return () =>
          engine.find('docs', { group, key: { $gt: after } }, { order: [['key', 1]], limit: pageOf })
      },
      () => {
        const { group, after } = somewhere()
        return () => plain.find(group, after)
      },
    ])
    inTurn(round, taken.count, [
      () => {
        const { group } = somewhere()
        return () => engine.count('docs', { group })
      },
      () => {
        const { group } = somewhere()
        return () => plain.count(group)
      },
    ])
    inTurn(round, taken.insert, [
      () => {
        const fresh = documentAt(made++, groups)
        return () => engine.insert('docs', [fresh])
      },
      () => {
        const fresh = documentAt(made++, groups)
        return () => plain.insert(fresh)
      },
    ])
  }
  engine.close()
  plain.close()
  const nedb = await measureNedb(groups)
  const bars = { find: 2, count: 1, insert: 2.5 }
  return (['find', 'count', 'insert'] as const).map(name => {
    const [own, bare] = taken[name].map(median) as [number, number]
    return {
      name: `engine.${name}`,
      value: microseconds(own),
      unit: 'µs',
      against: `plain libsql ${microseconds(bare)} µs; for information @seald-io/nedb in memory ${microseconds(nedb[name])} µs`,
      ratio: rounded(own / bare),
      bar: bars[name],
    }
  })
}

const measureGrowth = (folder: string, say: (line: string) => void): Figure[] => {
  const sizes = [small, large]
  const sides = sizes.map(size => {
    const groups = size / growthCountOf
    const engine = openEngine(join(folder, `${size}.sqlite`), size, groups)
    return { engine, size, groups, made: size }
  })
  say(`  ${large} documents stored`)
  const random = numbers(2)
  const taken = { find: times(), count: times(), update: times(), insert: times() }
  for (let round = 0; round < rounds; round++) {
    inTurn(
      round,
      taken.find,
      sides.map(({ engine, groups }) => () => {
        const group = `g${Math.floor(random() * groups)}`
        return () => engine.find('docs', { group }, { order: [['key', 1]], limit: pageOf })
      }),
    )
    inTurn(
      round,
      taken.count,
      sides.map(({ engine, groups }) => () => {
        const group = `g${Math.floor(random() * groups)}`
        return () => engine.count('docs', { group })
      }),
    )
    inTurn(
      round,
      taken.update,
      sides.map(({ engine, size, groups }) => () => {
        const { _id } = documentAt(Math.floor(random() * size), groups)
        const change = compileUpdate({ $set: { state: `s${round}` }, $inc: { at: 1 } }, { _id }, 0)
        return () => engine.update('docs', { _id }, false, change)
      }),
    )
    inTurn(
      round,
      taken.insert,
      sides.map(side => () => {
        const fresh = documentAt(side.made++, side.groups)
        return () => side.engine.insert('docs', [fresh])
      }),
    )
  }
  for (const { engine } of sides) engine.close()
  return Object.entries(taken).map(([name, [few = [], many = []]]) => ({
    name: `engine.${name}.growth`,
    value: microseconds(median(many)),
    unit: 'µs',
    against: `${microseconds(median(few))} µs at ${small} documents, ${many.length} samples each`,
    ratio: rounded(median(many) / median(few)),
    bar: 1.5,
  }))
}

const openEngine = (file: string, size: number, groups: number): Engine => {
  const engine = new Engine(file)
  engine.createCollection({ name: 'docs', indexes })
  for (let from = 0; from < size; from += batch)
    engine.importAll(
      'docs',
      Array.from({ length: Math.min(batch, size - from) }, (_, n) => documentAt(from + n, groups)),
    )
  return engine
}

/** What one would write by hand for these three questions, with the same guarantee for a write. */
class Plain {
  private readonly db: Database.Database
  private readonly statements: Record<'find' | 'count' | 'insert', Database.Statement>

  constructor(file: string, groups: number) {
    this.db = new Database(file)
    this.db
      .exec(`PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;
      CREATE TABLE docs (id TEXT PRIMARY KEY, body TEXT NOT NULL);
      CREATE INDEX group_key ON docs (json_extract(body, '$.group'), json_extract(body, '$.key'));`)
    const group = "json_extract(body, '$.group')"
    const key = "json_extract(body, '$.key')"
    this.statements = {
      find: this.db.prepare(
        `SELECT body FROM docs WHERE ${group}=? AND ${key}>? ORDER BY ${key} LIMIT ${pageOf}`,
      ),
      count: this.db.prepare(`SELECT count(*) n FROM docs WHERE ${group}=?`),
      insert: this.db.prepare('INSERT INTO docs VALUES (?,?)'),
    }
    this.db.exec('BEGIN')
    for (let n = 0; n < stored; n++) this.insert(documentAt(n, groups))
    this.db.exec('COMMIT')
  }

  find(group: string, after: string): string[] {
    return (this.statements.find.all(group, after) as { body: string }[]).map(({ body }) => body)
  }

  count(group: string): number {
    return (this.statements.count.get(group) as { n: number }).n
  }

  insert(document: Document): void {
    this.statements.insert.run(document._id, JSON.stringify(document))
  }

  close(): void {
    this.db.close()
  }
}

/** By itself, for its garbage would be collected in the time of the others. */
const measureNedb = async (groups: number): Promise<Record<'find' | 'count' | 'insert', number>> => {
  const nedb = new Nedb<Document>()
  await nedb.ensureIndexAsync({ fieldName: 'group' })
  await nedb.insertAsync(Array.from({ length: stored }, (_, n) => documentAt(n, groups)))
  const [find, count, insert]: number[][] = [[], [], []]
  for (let n = 0; n < rounds; n++) {
    const group = `g${n % groups}`
    await timed(find ?? [], () => nedb.findAsync({ group }).sort({ key: 1 }).limit(pageOf))
    await timed(count ?? [], () => nedb.countAsync({ group }))
    await timed(insert ?? [], () => nedb.insertAsync(documentAt(stored + n, groups)))
  }
  return { find: median(find ?? []), count: median(count ?? []), insert: median(insert ?? []) }
}

const timed = async (into: number[], work: () => PromiseLike<unknown>): Promise<void> => {
  const started = performance.now()
  await work()
  into.push(performance.now() - started)
}

const times = (): [number[], number[]] => [[], []]

const microseconds = (ms: number): number => rounded(ms * 1000, 1)

/**
 * Each side does its work `burst` times, one side first in even rounds and the other in odd ones. What a side is asked
 * is made up before the time begins.
 */
const inTurn = (round: number, into: number[][], sides: (() => () => unknown)[]): void => {
  for (let n = 0; n < sides.length; n++) {
    const which = (n + round) % sides.length
    for (let time = 0; time < burst; time++) {
      const work = sides[which]?.()
      const started = performance.now()
      work?.()
      into[which]?.push(performance.now() - started)
    }
  }
}

/** The same numbers between 0 and 1 in every run. */
const numbers = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}
