import type { Collection, Row } from './collection'
import type { DatabaseFile } from './databaseFile'
import { type BuiltIndex, idIndex } from './indexes'
import type { Range } from './plan'

/** A row with its key; the driver gives blobs as `ArrayBuffer` and takes only buffers. */
type Keyed = Row & { k: ArrayBuffer }

/** How many rows are read from the file at once: few at first, as most queries want few. */
const chunks = [24, 96, 512]

const chunkAt = (n: number): number => chunks[Math.min(n, chunks.length - 1)] as number

/** The row with this key of its id. */
export const rowOf = (file: DatabaseFile, { id }: Collection, key: Buffer): Row | undefined =>
  // The driver takes a lone buffer for named parameters.
  file.sql(`SELECT rid, body FROM c${id} WHERE id=?`).get([key]) as Row | undefined

export const rowAt = (file: DatabaseFile, { id }: Collection, rid: number): Row =>
  file.sql(`SELECT rid, body FROM c${id} WHERE rid=?`).get(rid) as Row

/** Rows in the order they were stored. */
export function* scanRows(file: DatabaseFile, { id }: Collection): Generator<Row> {
  const statement = file.sql(`SELECT rid, body FROM c${id} WHERE rid>? ORDER BY rid LIMIT ?`)
  let last = -1
  for (let n = 0; ; n++) {
    const size = chunkAt(n)
    const rows = statement.all(last, size) as Row[]
    yield* rows
    if (rows.length < size) return
    last = (rows.at(-1) as Row).rid
  }
}

/**
 * Rows of one range of an index in its order; a document with an array may come several times.
 * @param first how many will probably do
 */
export function* rangeRows(
  file: DatabaseFile,
  collection: Collection,
  index: BuiltIndex,
  { from, to }: Range,
  backwards: boolean,
  first: number,
): Generator<Row> {
  if (index === idIndex) return yield* idRangeRows(file, collection, from, to, backwards)
  const [bound, other, direction] = backwards ? ['<', '>=', 'DESC'] : ['>', '<', 'ASC']
  const statement = file.sql(
    `SELECT e.k k, e.rid rid, d.body body FROM x${index.id} e CROSS JOIN c${collection.id} d ON d.rid=e.rid WHERE (e.k, e.rid) ${bound} (?, ?) AND e.k ${other} ? ORDER BY e.k ${direction}, e.rid ${direction} LIMIT ?`,
  )
  let [key, rid]: [Buffer, number] = [backwards ? to : from, -1]
  for (let n = 0; ; n++) {
    const size = n ? chunkAt(n) : first
    const rows = statement.all(key, rid, backwards ? from : to, size) as Keyed[]
    yield* rows
    if (rows.length < size) return
    const last = rows.at(-1) as Keyed
    ;[key, rid] = [Buffer.from(last.k), last.rid]
  }
}

function* idRangeRows(
  file: DatabaseFile,
  { id }: Collection,
  from: Buffer,
  to: Buffer,
  backwards: boolean,
): Generator<Row> {
  const statement = file.sql(
    `SELECT id k, rid, body FROM c${id} WHERE id>=? AND id<? ORDER BY id ${backwards ? 'DESC' : 'ASC'} LIMIT ?`,
  )
  for (let n = 0; ; n++) {
    const size = chunkAt(n)
    const rows = statement.all(from, to, size) as Keyed[]
    yield* rows
    if (rows.length < size) return
    const last = Buffer.from((rows.at(-1) as Keyed).k)
    if (backwards) to = last
    else from = Buffer.concat([last, Buffer.alloc(1)])
  }
}

/** The stored texts of a range, read in one go. */
export const textsIn = (
  file: DatabaseFile,
  collection: Collection,
  index: BuiltIndex,
  { from, to }: Range,
  backwards: boolean,
  limit: number,
  offset: number,
): string[] => {
  const direction = backwards ? 'DESC' : 'ASC'
  const rows = (
    index === idIndex
      ? file.sql(
          `SELECT body FROM c${collection.id} WHERE id>=? AND id<? ORDER BY id ${direction} LIMIT ? OFFSET ?`,
        )
      : file.sql(
          `SELECT d.body body FROM x${index.id} e CROSS JOIN c${collection.id} d ON d.rid=e.rid WHERE e.k>=? AND e.k<? ORDER BY e.k ${direction}, e.rid ${direction} LIMIT ? OFFSET ?`,
        )
  ).all(from, to, limit, offset) as { body: string }[]
  return rows.map(({ body }) => body)
}

/** The first entries of a range, without their documents; all of them when `limit` is -1. */
export const entriesIn = (
  file: DatabaseFile,
  collection: Collection,
  index: BuiltIndex,
  { from, to }: Range,
  backwards: boolean,
  limit: number,
): { k: Buffer; rid: number }[] => {
  const [table, key] = index === idIndex ? [`c${collection.id}`, 'id'] : [`x${index.id}`, 'k']
  const direction = backwards ? 'DESC' : 'ASC'
  const rows = file
    .sql(
      `SELECT ${key} k, rid FROM ${table} WHERE ${key}>=? AND ${key}<? ORDER BY ${key} ${direction}, rid ${direction} LIMIT ?`,
    )
    .all(from, to, limit) as Keyed[]
  return rows.map(({ k, rid }) => ({ k: Buffer.from(k), rid }))
}
