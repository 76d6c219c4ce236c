import type { Collection, Row } from './collection'
import type { DatabaseFile } from './databaseFile'
import type { BuiltIndex } from './indexes'
import { tableOf } from './indexTable'
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

/** The row an index names. */
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

/** A part of an index, and from which end it is read. */
export interface Span {
  collection: Collection
  index: BuiltIndex
  range: Range
  backwards: boolean
}

/**
 * Rows of a span in its order; a document with an array may come several times.
 * @param first how many will probably do
 */
export function* rangeRows(
  file: DatabaseFile,
  { collection, index, range: { from, to }, backwards }: Span,
  first: number,
): Generator<Row> {
  const { withDocuments, key, body } = tableOf(collection, index)
  const [bound, other] = backwards ? ['<', '>='] : ['>', '<']
  const statement = file.sql(
    `SELECT ${key} k, e.rid rid, ${body} body FROM ${withDocuments} WHERE (${key}, e.rid) ${bound} (?, ?) AND ${key} ${other} ? ${inOrder(key, backwards)} LIMIT ?`,
  )
  let [last, rid]: [Buffer, number] = [backwards ? to : from, -1]
  for (let n = 0; ; n++) {
    const size = n ? chunkAt(n) : first
    const rows = statement.all(last, rid, backwards ? from : to, size) as Keyed[]
    yield* rows
    if (rows.length < size) return
    const end = rows.at(-1) as Keyed
    ;[last, rid] = [Buffer.from(end.k), end.rid]
  }
}

/** The stored texts of a span, read in one go; all of them when `limit` is -1. */
export const textsIn = (file: DatabaseFile, span: Span, limit: number, offset: number): string[] => {
  const { withDocuments, body } = tableOf(span.collection, span.index)
  const rows = read(file, span, `${body} body`, withDocuments, limit, offset) as { body: string }[]
  return rows.map(row => row.body)
}

/** The first entries of a span, without their documents; all of them when `limit` is -1. */
export const entriesIn = (file: DatabaseFile, span: Span, limit: number): { k: Buffer; rid: number }[] => {
  const { table, key } = tableOf(span.collection, span.index)
  const rows = read(file, span, `${key} k, e.rid rid`, table, limit, 0) as Keyed[]
  return rows.map(({ k, rid }) => ({ k: Buffer.from(k), rid }))
}

const read = (
  file: DatabaseFile,
  { collection, index, range: { from, to }, backwards }: Span,
  columns: string,
  source: string,
  limit: number,
  offset: number,
): unknown[] => {
  const { key } = tableOf(collection, index)
  return file
    .sql(
      `SELECT ${columns} FROM ${source} WHERE ${key}>=? AND ${key}<? ${inOrder(key, backwards)} LIMIT ? OFFSET ?`,
    )
    .all(from, to, limit, offset)
}

const inOrder = (key: string, backwards: boolean): string => {
  const direction = backwards ? 'DESC' : 'ASC'
  return `ORDER BY ${key} ${direction}, e.rid ${direction}`
}
