import Nedb from '@seald-io/nedb'
import type { Document } from '../../localcloud/src/engine/value'
import { median } from '../figure'
import { documentAt, pageOf } from './manyDocuments'

/** By itself, for its garbage would be collected in the time of the others. */
export const measureNedb = async (
  stored: number,
  groups: number,
  rounds: number,
): Promise<Record<'find' | 'count' | 'insert', number>> => {
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
