import fc from 'fast-check'
import { Refusal } from '../../contract/refusal'
import type { Leave, Post } from '../account/post'
import type { AreaNode } from '../area/area'
import { Street } from '../area/street'
import { policiesFrom } from '../policy/policies'
import { chinaInstant, day } from '../time/china'
import { assertLeave, changedLeave, endedLeave, newLeave } from './leave'

const start = chinaInstant(2026, 11, 2)
const areas: AreaNode[] = [
  { _id: 'b', v: 2, kind: 'block', name: '街区', tree: 'grid', path: ['b'] },
  ...['g-0', 'g-1', 'g-2', 'g-3'].map((_id): AreaNode => ({
    _id,
    v: 2,
    kind: 'grid',
    name: _id,
    tree: 'grid',
    parentId: 'b',
    path: ['b', _id],
  })),
]
const posts: Post[] = areas.slice(1).map(({ _id }, n) => ({
  _id: `q-${n}`,
  v: 2,
  officerId: `o-${n}`,
  name: `网格员${n}`,
  areaId: _id,
  kind: 'gridMember',
  duty: { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 },
  contact: 'dutyPhone',
  from: start - 100 * day,
  // One of them leaves the post in a while.
  ...(n === 3 && { to: start + 12 * day }),
}))
const policies = policiesFrom({}, new Map())
const streetOf = (leaves: Leave[]) => new Street({ areas, posts, leaves, ...policies })

const officer = fc.nat(3)
const dayOf = fc.nat(20)
const step = fc.record({
  what: fc.constantFrom('set', 'set', 'change', 'end'),
  who: officer,
  cover: fc.option(officer, { nil: undefined }),
  from: dayOf,
  length: fc.integer({ min: -1, max: 6 }),
  passed: fc.nat(2),
  which: fc.nat(9),
})

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

/** Tries one step of somebody; what is refused changes nothing. */
const tried = (
  leaves: Leave[],
  { what, who, cover, from, length, which }: Step,
  now: number,
  n: number,
): Leave[] => {
  const doing = { by: { personId: 'p' }, at: now, token: `${n}` }
  const times = { from: start + from * day, to: start + (from + length) * day }
  const stand = cover === undefined ? {} : { coverId: `o-${cover}` }
  const known = leaves[which % Math.max(1, leaves.length)]
  try {
    if (what === 'set' || !known) {
      const asked = { officerId: `o-${who}`, ...times, ...stand }
      assertLeave(streetOf(leaves), asked, now)
      return [...leaves, newLeave(`v-${n}`, asked, doing)]
    }
    const asked = { officerId: known.officerId, ...times, ...stand }
    if (what === 'change') assertLeave(streetOf(leaves), asked, now, known)
    const after = what === 'end' ? endedLeave(known, doing) : changedLeave(known, 'changed', asked, doing)
    return leaves.map(leave => (leave === known ? after : leave))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return leaves
  }
}

/** Day by day, and officer by officer: who is away, and whether whoever stands in is there and in post. */
const faultsOn = (leaves: Leave[], at: number): string[] =>
  posts.flatMap(({ officerId, to = Infinity }) => {
    const away = (id: string) =>
      leaves.filter(leave => leave.officerId === id && leave.from <= at && at < leave.to)
    const own = away(officerId)
    const faults = own.length > 1 ? [`${officerId} has ${own.length} leaves`] : []
    const standsIn = leaves.some(leave => leave.coverId === officerId && leave.from <= at && at < leave.to)
    if (standsIn && own.length) faults.push(`${officerId} stands in and is away`)
    if (standsIn && at >= to) faults.push(`${officerId} stands in without a post`)
    return faults
  })

it('never leaves a cover away or out of post on a day they stand in, whatever is entered, changed and ended', () => {
  let entered = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), steps => {
      let leaves: Leave[] = []
      let now = start
      steps.forEach((one, n) => {
        now += one.passed * day
        leaves = tried(leaves, one, now, n)
        // What is past cannot be mended: a leave may be changed for the days to come only.
        const days = Array.from({ length: 30 }, (_, later) => now + later * day)
        const faults = days.flatMap(at => faultsOn(leaves, at))
        if (faults.length) throw new Error(faults.join('; '))
      })
      entered += leaves.filter(({ coverId, events }) => coverId && events.length > 1).length
    }),
    { numRuns: 150 },
  )
  // It would say nothing if everything were refused.
  expect(entered).toBeGreaterThan(20)
})
