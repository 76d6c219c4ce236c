import { Engine } from '../../localcloud/src/engine/engine'
import type { Document } from '../../localcloud/src/engine/value'

/** A document of about 600 bytes; so many of them share a group. */
export const documentAt = (n: number, groups: number): Document => ({
  _id: `d${String(n).padStart(8, '0')}`,
  group: `g${n % groups}`,
  state: n % 3 ? 'open' : 'closed',
  key: `${String((n * 7919) % 1_000_003).padStart(7, '0')}-${n}`,
  at: 1_700_000_000_000 + n,
  title: `The lamp in the stairwell of number ${n % 400} has been out since Monday`,
  text: 'x'.repeat(330),
  place: { lng: 113.3 + (n % 1000) / 1e5, lat: 23.1 + (n % 777) / 1e5 },
})

/** Documents that one find asks for. */
export const pageOf = 20

const batch = 20_000

const indexes = [
  {
    name: 'group_key',
    keys: [
      { name: 'group', direction: '1' as const },
      { name: 'key', direction: '1' as const },
    ],
  },
]

/** An engine with so many of them. */
export const engineWith = (file: string, size: number, groups: number): Engine => {
  const engine = new Engine(file)
  engine.createCollection({ name: 'docs', indexes })
  for (let from = 0; from < size; from += batch)
    engine.importAll(
      'docs',
      Array.from({ length: Math.min(batch, size - from) }, (_, n) => documentAt(from + n, groups)),
    )
  return engine
}
