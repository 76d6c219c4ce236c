import type { AreaNode } from '../area/area'
import type { Street } from '../area/street'
import type { Gap } from './gap'
import { worstFirst } from './worstFirst'

const areas = [
  ['s', '街道', '1', ['s']],
  ['b', '二社区', '102', ['s', 'b']],
  ['a', '一社区', '101', ['s', 'a']],
  ['b1', '第一网格', '102001', ['s', 'b', 'b1']],
  ['a10', '第十网格', '101010', ['s', 'a', 'a10']],
  ['a2', '第二网格', '101002', ['s', 'a', 'a2']],
] as const
const street = {
  area: (id: string) => {
    const found = areas.find(([its]) => its === id)
    return found && ({ _id: id, name: found[1], code: found[2], path: [...found[3]] } as unknown as AreaNode)
  },
} as Street

const gap = (areaId: string, kind: Gap['kind'] = 'area', count?: number) =>
  ({
    _id: `${areaId}-${kind}`,
    kind,
    areaId,
    events: [{ kind: 'opened', at: 0, ...(count && { count }) }],
  }) as Gap

it('names first where most requests lie with nobody, then who is missing, from the top down and as the street counts', () => {
  const all = [
    gap('b1'),
    gap('a10'),
    gap('b'),
    gap('a2', 'requests', 2),
    gap('a2'),
    gap('b1', 'requests', 11),
    gap('s'),
  ]
  const sorted = ['b1-requests', 'a2-requests', 's-area', 'a2-area', 'a10-area', 'b-area', 'b1-area']
  expect(worstFirst(street, all).map(({ _id }) => _id)).toEqual(sorted)
  expect(worstFirst(street, [...all].reverse()).map(({ _id }) => _id)).toEqual(sorted)
})

it('still names what lies in an area that is no more', () => {
  expect(
    worstFirst(street, [gap('gone'), gap('a2')])
      .map(({ areaId }) => areaId)
      .sort(),
  ).toEqual(['a2', 'gone'])
})
