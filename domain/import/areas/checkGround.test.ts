import fc from 'fast-check'
import type { Boundary } from '../../../contract/place'
import type { Area } from '../../area/area'
import { checkGround } from './checkGround'
import { squareMetres } from './squareMetres'

/** Cells of a board of 8 × 8, each about a hectare, so that ground can be counted. */
const cell = 0.001
const corner = (x: number, y: number): [number, number] => [
  Math.round((114 + x * cell) * 1e7) / 1e7,
  Math.round((22.5 + y * cell) * 1e7) / 1e7,
]

const box = ([x, y, width, height]: readonly [number, number, number, number]): Boundary => [
  [[corner(x, y), corner(x + width, y), corner(x + width, y + height), corner(x, y + height), corner(x, y)]],
]

const area = (_id: string, boundary: Boundary): Area => ({
  _id,
  v: 2,
  kind: 'grid',
  name: _id,
  tree: 'grid',
  path: [_id],
  boundary,
})

const side = fc.integer({ min: 1, max: 4 })
const start = fc.integer({ min: 0, max: 5 })
const boxes = fc.array(fc.tuple(start, start, side, side), { minLength: 1, maxLength: 5 })

const cellsOf = ([x, y, width, height]: readonly [number, number, number, number]): string[] =>
  Array.from({ length: width * height }, (_, n) => `${x + (n % width)},${y + Math.floor(n / width)}`)

it('finds shared, missing and outlying ground exactly where counting cells finds some', () => {
  const parentBox = [0, 0, 6, 6] as const
  const parent = area('parent', box(parentBox))
  fc.assert(
    fc.property(boxes, given => {
      const found = new Set(
        checkGround({ parent, areas: given.map((one, n) => area(`a${n}`, box(one))) }).map(
          ({ code }) => code,
        ),
      )
      const all = given.flatMap(cellsOf)
      const covered = new Set(all)
      const ground = new Set(cellsOf(parentBox))
      expect(found.has('overlap') || found.has('smallOverlap')).toBe(all.length > covered.size)
      expect(found.has('gap')).toBe([...ground].some(one => !covered.has(one)))
      expect(found.has('outside')).toBe([...covered].some(one => !ground.has(one)))
      expect(found.has('uncheckedGround')).toBe(false)
    }),
    { numRuns: 300 },
  )
})

it('says how much, in square metres, and takes holes off', () => {
  const hole = [...(box([0, 0, 6, 6])[0] ?? []), ...(box([1, 1, 2, 2])[0] ?? [])]
  const [gap] = checkGround({ parent: area('parent', box([0, 0, 6, 6])), areas: [area('a', [hole])] })
  expect(gap).toMatchObject({ code: 'gap', name: 'parent' })
  const size = squareMetres(box([1, 1, 2, 2])) / 10_000
  expect(gap?.why).toContain(`${size.toFixed(2)} 公顷`)
  // 2 × 2 thousandths of a degree at 22.5° north.
  expect(size).toBeCloseTo((222.6 * 222.6 * Math.cos((22.5 * Math.PI) / 180)) / 10_000, 1)
})
