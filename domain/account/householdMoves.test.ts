import fc from 'fast-check'
import { homePlaceId } from '../../contract/account'
import { householdOf } from './household'
import { type Household, moveHousehold, ownChoice, returnHousehold, settleHousehold } from './householdMoves'

const grid = fc.constantFrom('g-1', 'g-2', 'g-3', 'g-4')
const household: fc.Arbitrary<Household> = fc
  .record({
    homeGridId: fc.option(grid, { nil: undefined }),
    places: fc.option(fc.array(grid, { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ homeGridId, places }) => ({
    ...(homeGridId && { homeGridId, homeBuilding: '3栋' }),
    ...(places && { places: places.map((gridId, n) => ({ id: `f-${n}`, label: `家${n}`, gridId })) }),
  }))

/** Grids that end, each with its successor, as one import or the next has it. */
const successors = fc.dictionary(grid, fc.constantFrom('g-5', 'g-6', 'g-2'))
const goes = (to: Record<string, string>) => (gridId: string) => to[gridId]
const gridsOf = (one: Household) => new Map(householdOf(one).map(({ id, gridId }) => [id, gridId]))

it('moves every place of a grid that is no more, and no other', () => {
  fc.assert(
    fc.property(household, successors, (before, to) => {
      const { household: after, moved } = moveHousehold(before, 'm1', goes(to))
      const [was, is] = [gridsOf(before), gridsOf(after)]
      for (const [id, from] of was) expect(is.get(id)).toBe(to[from] ?? from)
      expect(moved.map(({ placeId }) => placeId)).toEqual([...was].flatMap(([id, g]) => (to[g] ? [id] : [])))
    }),
  )
})

it('is as before when imports are undone one after another, with nothing left of them', () => {
  fc.assert(
    fc.property(household, fc.array(successors, { maxLength: 4 }), (before, imports) => {
      let now = before
      imports.forEach((to, n) => (now = moveHousehold(now, `m${n}`, goes(to)).household))
      for (let n = imports.length - 1; n >= 0; n--) now = returnHousehold(now, `m${n}`, () => true).household
      expect(now).toEqual(before)
    }),
  )
})

it('leaves what the family has chosen itself meanwhile, even where that is where the import had put it', () => {
  const before: Household = { homeGridId: 'g-1', places: [{ id: 'f-1', label: '妈妈家', gridId: 'g-1' }] }
  const moved = moveHousehold(before, 'm1', () => 'g-2').household
  const chosen = { ...moved, homeGridId: 'g-4', ...ownChoice(moved, homePlaceId) }
  expect(returnHousehold(chosen, 'm1', () => true).household).toEqual({ ...before, homeGridId: 'g-4' })
  const agreed = { ...moved, ...ownChoice(moved, 'f-1') }
  expect(returnHousehold(agreed, 'm1', () => true).household).toEqual({
    homeGridId: 'g-1',
    places: [{ id: 'f-1', label: '妈妈家', gridId: 'g-2' }],
  })
})

it('stays where it is when the grid it came from is not there any more, and does so for good', () => {
  const moved = moveHousehold({ homeGridId: 'g-1' }, 'm1', () => 'g-2').household
  const { household: after, moved: none } = returnHousehold(moved, 'm1', id => id !== 'g-1')
  expect([after, none]).toEqual([{ homeGridId: 'g-2' }, []])
})

it('has nothing to take back once an import is for good', () => {
  const moved = moveHousehold({ homeGridId: 'g-1' }, 'm1', () => 'g-2').household
  expect(settleHousehold(moved, 'm1')).toEqual({ homeGridId: 'g-2' })
})
