import type { Collection } from './collection'
import type { DatabaseFile } from './databaseFile'
import { tableOf } from './indexTable'
import type { Plan, Range } from './plan'
import { entriesIn } from './rows'

/** How many documents a collection has. */
export const countAll = (file: DatabaseFile, { id }: Collection): number =>
  number(file, `SELECT count(*) n FROM c${id}`)

/** How many documents the ranges of a plan list, from the index alone. */
export const countListed = (file: DatabaseFile, collection: Collection, plan: Plan): number => {
  const { index, ranges, once } = plan
  const { table, key } = tableOf(collection, index)
  const count = (what: string, { from, to }: Range) =>
    number(file, `SELECT count(${what}) n FROM ${table} WHERE ${key}>=? AND ${key}<?`, from, to)
  const [range] = ranges
  if (once) return ranges.reduce((sum, each) => sum + count('*', each), 0)
  if (range && ranges.length === 1) return count('DISTINCT e.rid', range)
  const seen = new Set<number>()
  for (const each of ranges)
    for (const { rid } of entriesIn(file, { collection, index, range: each, backwards: false }, -1))
      seen.add(rid)
  return seen.size
}

const number = (file: DatabaseFile, text: string, ...parameters: Buffer[]): number =>
  (file.sql(text).get(...parameters) as { n: number }).n
