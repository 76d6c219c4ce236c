import type { HouseholdPlace, Person } from '../../domain/account/post'
import type { GridGround } from '../geography/areas'
import type { Random } from '../random'

const labels = ['爸妈家', '女儿家', '儿子家', '外婆家', '奶奶家'] as const
/** Residents who keep a place of somebody of the family, and of these those who keep a second. */
const keeps = { one: 0.16, two: 0.2 } as const

/** Residents with the places of their family: some in another grid, a few in their own. */
export const withFamily = (
  random: Random,
  people: readonly Person[],
  grids: readonly GridGround[],
): Person[] =>
  people.map(person => {
    const isNamed = person.openid === 'demo-zhang-guifang'
    if (!person.homeGridId || !(isNamed || random.chance(keeps.one))) return person
    const first = random.integer(0, labels.length - 1)
    const place = (n: number): HouseholdPlace => ({
      id: `f-${person._id.slice(1, 9)}${n}`,
      label: isNamed ? '女儿家' : (labels[(first + n) % labels.length] ?? labels[0]),
      gridId: random.chance(0.15) ? (person.homeGridId ?? '') : random.pick(grids).area._id,
    })
    const count = !isNamed && random.chance(keeps.two) ? 2 : 1
    return { ...person, places: Array.from({ length: count }, (_, n) => place(n)) }
  })
