import type { Area } from '../area/area'
import { policiesFrom } from '../policy/policies'
import { Redrawn } from './Redrawn'

const { areaKinds: kinds } = policiesFrom({}, new Map())

/** A grid is the square of its column; what is above has no outline, as it is often delivered. */
const area = (_id: string, kind: string, path: string[], column?: number): Area => {
  const [west, east] = [114 + (column ?? 0) * 0.01, 114.01 + (column ?? 0) * 0.01]
  const ring: [number, number][] = [
    [west, 22.7],
    [east, 22.7],
    [east, 22.71],
    [west, 22.71],
    [west, 22.7],
  ]
  return {
    _id,
    v: 2,
    kind,
    name: _id,
    tree: 'grid',
    path: [...path, _id],
    boundary: column === undefined ? [] : [[ring]],
  }
}
const street = area('s', 'street', [])
const community = area('c', 'community', ['s'])
const block = (id: string) => area(id, 'block', ['s', 'c'])
const grid = (id: string, under: string, column: number) => area(id, 'grid', ['s', 'c', under], column)
const redrawn = (before: Area[], after: Area[]) =>
  new Redrawn([street, community, ...before], [street, community, ...after], kinds)

const three = [block('b1'), grid('g1', 'b1', 0), grid('g2', 'b1', 1), grid('g3', 'b1', 2)]

it('leaves the council of an area that is still there where it is', () => {
  expect(redrawn(three, [block('b1'), block('b2'), grid('g1', 'b2', 0)]).council('b1')).toBeUndefined()
  expect(redrawn(three, three).council('nowhere')).toBeUndefined()
})

it('has a council go on for the area of its kind with most of its grids, those that were themselves replaced included', () => {
  const after = [block('b2'), block('b3'), grid('g1', 'b2', 0), grid('g4', 'b3', 1), grid('g5', 'b3', 2)]
  expect(redrawn(three, after).council('b1')).toEqual({ areaId: 'b3', rule: 'council' })
})

it('comes to the same in every step when two have as many', () => {
  const after = (...blocks: Area[]) => [...blocks, grid('g1', 'b3', 0), grid('g2', 'b2', 1)]
  const before = three.slice(0, 3)
  for (const blocks of [
    [block('b2'), block('b3')],
    [block('b3'), block('b2')],
  ])
    expect(redrawn(before, after(...blocks)).council('b1')?.areaId).toBe('b2')
})

it('has it go on for the nearest old parent when there is no such area any more', () => {
  expect(redrawn(three, [area('g1', 'grid', ['s', 'c'], 0)]).council('b1')).toEqual({
    areaId: 'c',
    rule: 'parent',
  })
  expect(redrawn([block('b1')], []).council('b1')).toEqual({ areaId: 'c', rule: 'parent' })
})

it('finds after an undone import where the councils that have come back were meanwhile', () => {
  const after = [block('b2'), grid('g1', 'b2', 0), grid('g2', 'b2', 1), grid('g3', 'b2', 2)]
  expect(redrawn(after, three).heirs()).toEqual(['b2'])
})
