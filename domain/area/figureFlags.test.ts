import { builtIn } from '../policy/policies'
import { day } from '../time/china'
import type { AreaKinds } from './areaKinds'
import { figureFlags } from './figureFlags'

const kinds = builtIn['areaKinds:1'] as AreaKinds
const now = Date.UTC(2026, 10, 25)
const people = (count: number, daysAgo: number) => ({ population: { count, asOf: now - daysAgo * day } })

it.each([
  ['within the range and of this year', { kind: 'grid', ...people(1500, 365) }, []],
  ['above what 建邺 looks at', { kind: 'grid', ...people(1501, 1) }, [['population', 'high', 1500]]],
  ['below what a grid is drawn for', { kind: 'grid', ...people(49, 1) }, [['population', 'low', 50]]],
  [
    'high and old: both are said, since the people may have moved out',
    { kind: 'grid', ...people(2000, 366) },
    [
      ['population', 'high', 1500],
      ['population', 'stale', 365],
    ],
  ],
  ['of a kind without a range', { kind: 'community', ...people(20_000, 1) }, []],
  ['without figures', { kind: 'grid' }, []],
])('a figure %s', (_, area, flags) => {
  expect(figureFlags(area, kinds, now).map(({ figure, why, limit }) => [figure, why, limit])).toEqual(flags)
})

it('looks at the number of households too, when it was counted long ago', () => {
  const area = { kind: 'grid', households: { count: 300, asOf: now - 400 * day } }
  expect(figureFlags(area, kinds, now)).toEqual([{ figure: 'households', why: 'stale', limit: 365 }])
})
