import { join } from 'node:path'
import { type Figure, median, rounded } from '../figure'
import { inTurn, microseconds, numbers, times } from './inTurn'
import { documentAt, engineWith, pageOf } from './manyDocuments'
import { measureNedb } from './measureNedb'
import { PlainLibsql } from './plainLibsql'

const stored = 100_000
const countOf = 2_500
const rounds = 120

/** The engine beside plain libsql with the right compound index, turn by turn in the same run. */
export const measureBeside = async (folder: string): Promise<Figure[]> => {
  const groups = stored / countOf
  const engine = engineWith(join(folder, 'engine.sqlite'), stored, groups)
  const plain = new PlainLibsql(join(folder, 'plain.sqlite'), stored, groups)
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
  const nedb = await measureNedb(stored, groups, rounds)
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
