import type { SeatKind } from '../../contract/council'
import type { Person } from '../../domain/account/post'
import type { Council, Seat } from '../../domain/council/topic'
import { documentId, personIdOf } from '../../domain/id/documentId'
import { day } from '../../domain/time/china'
import type { Areas } from '../geography/areas'
import { personName } from '../names/person'
import { castName, castOpenid } from '../people/cast'
import type { Held } from '../people/roster'
import type { Random } from '../random'

// Titles are offices and turns, as 观澜 describes its councils; the numbers of seats are invented.
const fixedTitles = ['业委会主任', '物业经理', '社区民警', '老党员代表'] as const
const rotatingTitles = ['轮值街坊', '商户代表', '来深建设者代表', '青年代表'] as const

/**
 * One council for each 街区: the lead and four more by office, four seats that neighbours take in turn for half a year
 * (the term before is kept too). Every seated councillor has an account, or could not vote.
 */
export const makeCouncils = (
  random: Random,
  {
    areas,
    roster,
    people,
    now,
    pepper,
  }: {
    areas: Areas
    roster: readonly Held[]
    people: readonly Person[]
    now: number
    pepper: string
  },
): Council[] => {
  const gridsOf = new Map<string, Set<string>>()
  for (const { area, block } of areas.grids) {
    gridsOf.set(block._id, (gridsOf.get(block._id) ?? new Set()).add(area._id))
  }
  return areas.blocks.map((block, i): Council => {
    const seats: Seat[] = []
    const seat = (
      kind: SeatKind,
      title: string,
      from: number,
      to: number,
      who: { personId: string; name: string },
    ) => seats.push({ id: documentId('s', block._id, String(seats.length)), kind, title, ...who, from, to })

    const neighbours = random.shuffled(
      people.filter(({ openid, homeGridId }) => {
        return openid.startsWith('demo-resident') && !!homeGridId && gridsOf.get(block._id)?.has(homeGridId)
      }),
    )
    const next = () => {
      const person = neighbours.pop()
      if (!person) throw new Error(`${block.name} has too few residents for its council`)
      return { personId: person._id, name: person.name ?? personName(random) }
    }
    const named = (id: 'he-jianguo' | 'wu-mei') => ({
      personId: personIdOf(castOpenid(id), pepper),
      name: castName(id),
    })

    const began = now - random.integer(300, 700) * day
    const lead = roster.find(({ post }) => post.areaId === block._id && post.kind === 'blockLead')?.post
    if (lead?.personId) {
      seat('fixed', '街区负责人', began, began + 3 * 365 * day, { personId: lead.personId, name: lead.name })
    }
    fixedTitles.forEach((title, n) =>
      seat('fixed', title, began, began + 3 * 365 * day, i === 0 && n === 0 ? named('he-jianguo') : next()),
    )
    const turn = now - random.integer(40, 120) * day
    rotatingTitles.forEach((title, n) => {
      seat('rotating', title, turn - 182 * day, turn, next())
      seat('rotating', title, turn, turn + 182 * day, i === 0 && n === 0 ? named('wu-mei') : next())
    })
    return {
      _id: documentId('c', block._id),
      v: 1,
      areaId: block._id,
      name: `${block.name}理事会`,
      seats,
    }
  })
}
