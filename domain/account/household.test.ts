import { householdOf, keepPlace } from './household'
import type { HouseholdPlace } from './post'

const mum: HouseholdPlace = { id: 'f-1', label: '妈妈家', gridId: 'g-1', building: '桂花苑3栋' }
const five = Array.from({ length: 5 }, (_, n) => ({ id: `f-${n}`, label: `家人${n}`, gridId: 'g-1' }))

it('keeps the building of what was typed and nothing finer', () => {
  expect(keepPlace([], { label: '妈妈家', gridId: 'g-1', building: '桂花苑3栋2单元502' }, 'f-1')).toEqual([
    mum,
  ])
  expect(keepPlace([], { label: '妈妈家', gridId: 'g-1', building: '502' }, 'f-1')).toEqual([
    { id: 'f-1', label: '妈妈家', gridId: 'g-1' },
  ])
})

it('entered twice is there once; changed, it stays in its place', () => {
  const again = { label: '妈妈家', gridId: 'g-2' }
  const moved = { id: 'f-1', ...again }
  expect(keepPlace([mum, ...five.slice(1, 2)], again, 'f-1')[0]).toEqual(moved)
  expect(keepPlace([mum], { ...again, placeId: 'f-1' }, 'f-9')).toEqual([moved])
})

it('refuses a sixth, a name that is taken, and changing one that is not there', () => {
  const code = (places: HouseholdPlace[], wanted: Parameters<typeof keepPlace>[1]) => {
    try {
      keepPlace(places, wanted, 'f-new')
    } catch (error) {
      return error
    }
    return undefined
  }
  expect(code(five, { label: '姑姑家', gridId: 'g-1' })).toMatchObject({ code: 'invalid', field: 'placeId' })
  expect(code([mum], { label: '妈妈家', gridId: 'g-1' })).toMatchObject({ code: 'invalid', field: 'label' })
  expect(code([], { label: '我家', gridId: 'g-1' })).toMatchObject({ code: 'invalid', field: 'label' })
  expect(code([], { placeId: 'f-7', label: '姑姑家', gridId: 'g-1' })).toMatchObject({ code: 'notFound' })
})

it('puts my own home first', () => {
  expect(
    householdOf({ homeGridId: 'g-2', homeBuilding: '3栋', places: [mum] }).map(({ label }) => label),
  ).toEqual(['我家', '妈妈家'])
  expect(householdOf(undefined)).toEqual([])
})
