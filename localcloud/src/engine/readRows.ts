import type { Collection, Row } from './collection'
import { conditionsOf } from './conditions'
import type { DatabaseFile } from './databaseFile'
import { Held, type Usage } from './found'
import type { Query, Test } from './matcher'
import { type Plan, planFor } from './plan'
import { entriesIn, rangeRows, rowAt } from './rows'

/** Plans for every branch of an `$or`, when each has one that narrows. */
export const unionOf = ({ indexes }: Collection, { $or: branches, ...rest }: Query): Plan[] | undefined => {
  if (!Array.isArray(branches) || !branches.length) return undefined
  const plans = branches.map(branch => planFor(indexes, conditionsOf(rest, branch as Query), []))
  return plans.every((plan): plan is Plan => plan !== undefined && plan.narrows) ? plans : undefined
}

/** Rows that plans list, one after the other, each once; `wanted` is how many will probably do. */
export function* rowsOf(
  file: DatabaseFile,
  collection: Collection,
  plans: Plan[],
  wanted = 24,
): Generator<Row> {
  // Arrays list their document several times, and so may the branches of an `$or`.
  const isOnce = plans.length === 1 && plans[0]?.once
  const seen = new Set<number>()
  const first = Math.min(Math.max(wanted, 1), 512)
  for (const { index, ranges, backwards } of plans) {
    for (const range of backwards ? [...ranges].reverse() : ranges) {
      for (const row of rangeRows(file, { collection, index, range, backwards }, first)) {
        if (!isOnce && seen.has(row.rid)) continue
        if (!isOnce) seen.add(row.rid)
        yield row
      }
    }
  }
}

/** Rows of several ranges, each in order, as one in order: by what follows the part in which the ranges differ. */
export function* mergedRows(
  file: DatabaseFile,
  collection: Collection,
  plan: Plan,
  wanted: number,
): Generator<Row> {
  const { index, ranges, backwards, exact } = plan
  const limit = exact && wanted !== Infinity ? wanted : -1
  const entries = ranges.flatMap(range =>
    entriesIn(file, { collection, index, range, backwards }, limit).map(({ k, rid }) => ({
      key: k.subarray(range.prefix),
      rid,
    })),
  )
  entries.sort((a, b) => Buffer.compare(a.key, b.key) * (backwards ? -1 : 1))
  const seen = new Set<number>()
  for (const { rid } of entries) {
    if (seen.has(rid)) continue
    seen.add(rid)
    yield rowAt(file, collection, rid)
  }
}

/** Rows that pass the test, each counted as examined. */
export function* tested(rows: Iterable<Row>, test: Test | undefined, usage: Usage): Generator<Held> {
  for (const row of rows) {
    usage.examined++
    const held = new Held(row.body)
    if (!test || test(held.document)) yield held
  }
}
