import { areasFor } from './areasFor'

const path = [
  { id: 's-1', name: '样例街道', kind: 'street' },
  { id: 'c-1', name: '甲社区', kind: 'community' },
  { id: 'b-1', name: '甲一街区', kind: 'block' },
  { id: 'g-1', name: '第一网格', kind: 'grid' },
]

it('shows a request to the officers of its grid and of everything above', () =>
  expect(areasFor({}, path)).toEqual(['s-1', 'c-1', 'b-1', 'g-1']))

it('keeps a report about an officer from everyone below the community', () =>
  expect(areasFor({ aboutStaff: true }, path)).toEqual(['s-1', 'c-1']))

it('keeps one about those of the community from the community too', () =>
  expect(areasFor({ aboutStaff: true, aboutUpper: true }, path)).toEqual(['s-1']))

it('goes one step up where there is no community', () => {
  const flat = [path[0]!, { id: 'p-1', name: '片区', kind: 'zone' }, path[3]!]
  expect(areasFor({ aboutStaff: true }, flat)).toEqual(['s-1', 'p-1'])
  expect(areasFor({ aboutStaff: true }, [path[0]!])).toEqual(['s-1'])
})
