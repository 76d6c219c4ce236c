import { join } from 'node:path'
import { compileUpdate } from '../../localcloud/src/engine/updater'
import { type Figure, median, rounded } from '../figure'
import { burst, inTurn, microseconds, numbers, times } from './inTurn'
import { documentAt, engineWith, pageOf } from './manyDocuments'

const small = 10_000
const large = 1_000_000
const countOf = 250
const rounds = 120
/**
 * Finds on each side before the time begins: as in the small file, most of what is asked has been touched once. How long
 * the first ones take is told beside the figure.
 */
const warming = 2_000
const first = 600

/** How the engine's times grow from 10,000 to 1,000,000 documents. */
export const measureGrowth = (folder: string, say: (line: string) => void): Figure[] => {
  const sizes = [small, large]
  const sides = sizes.map(size => {
    const groups = size / countOf
    const engine = engineWith(join(folder, `${size}.sqlite`), size, groups)
    return { engine, size, groups, made: size }
  })
  say(`  ${large} documents stored`)
  const random = numbers(2)
  const finds = sides.map(({ engine, groups }) => () => {
    const group = `g${Math.floor(random() * groups)}`
    return () => engine.find('docs', { group }, { order: [['key', 1]], limit: pageOf })
  })
  const cold = times()
  for (let round = 0; round < warming / burst; round++) inTurn(round, cold, finds)
  const [coldFew, coldMany] = cold.map(all => median(all.slice(0, first))) as [number, number]
  const told = {
    find: `, after ${warming} finds on each side; × ${rounded(coldMany / coldFew)} for the first ${first} of these, which touch each page of the large file for the first time`,
  }
  const taken = { find: times(), count: times(), update: times(), insert: times() }
  for (let round = 0; round < rounds; round++) {
    inTurn(round, taken.find, finds)
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
    against: `${microseconds(median(few))} µs at ${small} documents, ${many.length} samples each${told[name as 'find'] ?? ''}`,
    ratio: rounded(median(many) / median(few)),
    bar: 1.5,
  }))
}
