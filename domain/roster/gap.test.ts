import fc from 'fast-check'
import type { Post } from '../account/post'
import type { AreaNode } from '../area/area'
import { Street } from '../area/street'
import { policiesFrom } from '../policy/policies'
import { chinaInstant, day } from '../time/china'
import { areaLacks, closedGap, gatherLacks, lackKey, openedGap, reachBy, requestLack, taskFor } from './gap'

const now = chinaInstant(2026, 11, 25, 150)
const area = (_id: string, kind: string, path: string[]): AreaNode => ({
  ...{ _id, v: 2, kind, name: _id, tree: 'grid', path: [...path, _id] },
  ...(path.length && { parentId: path.at(-1)! }),
})
const areas: AreaNode[] = [
  area('s', 'street', []),
  area('c', 'community', ['s']),
  area('g-0', 'grid', ['s', 'c']),
  area('g-1', 'grid', ['s', 'c']),
]
const kinds = ['gridMember', 'gridHead', 'communityDuty', 'streetDuty', 'buildingHead'] as const
const policies = policiesFrom({}, new Map())

const postOf = fc.record({
  officer: fc.nat(5),
  area: fc.nat(3),
  kind: fc.constantFrom(...kinds),
  from: fc.integer({ min: -3, max: 2 }),
  to: fc.option(fc.integer({ min: -2, max: 3 }), { nil: undefined }),
})
const leaveOf = fc.record({
  officer: fc.nat(5),
  cover: fc.option(fc.nat(5), { nil: undefined }),
  from: fc.integer({ min: -3, max: 2 }),
  length: fc.integer({ min: 1, max: 3 }),
})
const world = fc.record({
  posts: fc.array(postOf, { maxLength: 10 }),
  leaves: fc.array(leaveOf, { maxLength: 5 }),
  /** Who has an account, a work phone or a phone that only colleagues know. */
  account: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  workPhone: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  privatePhone: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  owner: fc.option(fc.nat(5), { nil: undefined }),
})
type World = typeof world extends fc.Arbitrary<infer One> ? One : never

const at = (days: number) => now + days * day
const streetOf = ({ posts, leaves, account, workPhone }: World) =>
  new Street({
    areas,
    posts: posts.map(({ officer, area: n, kind, from, to }, i): Post => ({
      ...{ _id: `q-${i}`, v: 2, officerId: `o-${officer}`, name: `干部${officer}`, areaId: areas[n]!._id },
      ...{ kind, duty: { days: [1], from: 0, to: 1440 }, contact: 'message', from: at(from) },
      ...(to !== undefined && { to: at(to) }),
      ...(account[officer] && { personId: `p-${officer}` }),
      ...(workPhone[officer] && { workPhone: '1' }),
    })),
    leaves: leaves.map(({ officer, cover, from, length }, i) => ({
      ...{ _id: `v-${i}`, version: 1, officerId: `o-${officer}`, from: at(from), to: at(from + length) },
      ...(cover !== undefined && { coverId: `o-${cover}` }),
    })),
    ...policies,
  })

// The slow way: by hand, from the plain lists, without the roster.
const slow = ({ posts, leaves, account, workPhone, privatePhone }: World) => {
  const inTerm = posts.filter(({ from, to }) => from <= 0 && (to === undefined || 0 < to))
  const away = (officer: number) =>
    leaves
      .filter(leave => leave.officer === officer && leave.from <= 0 && 0 < leave.from + leave.length)
      .sort((a, b) => b.from + b.length - (a.from + a.length))[0]
  const reached = (officer: number) => !!(account[officer] || workPhone[officer] || privatePhone[officer])
  /** Who really does the work of an officer today. */
  const doer = (officer: number): number | undefined => {
    const leave = away(officer)
    if (!leave) return officer
    const { cover } = leave
    if (cover === undefined || away(cover) || !inTerm.some(post => post.officer === cover)) return undefined
    return cover
  }
  const alive = (officer: number) => {
    const who = doer(officer)
    return who !== undefined && reached(who)
  }
  const needs: Record<string, readonly string[]> = {
    street: ['streetDuty'],
    community: ['communityDuty'],
    grid: ['gridMember', 'gridHead'],
  }
  return {
    areas: areas
      .filter(
        ({ kind }, n) =>
          !inTerm.some(post => post.area === n && needs[kind]?.includes(post.kind) && alive(post.officer)),
      )
      .map(({ _id }) => _id),
    /** Whether somebody does the work of whoever has a request of grid 0. */
    owned: (owner: number) =>
      inTerm.some(
        post =>
          [0, 1, 2].includes(post.area) &&
          ((post.officer === owner && alive(owner)) ||
            // Whoever stands in here for another, and has the request by their own name.
            (post.officer !== owner && doer(post.officer) === owner && reached(owner))),
      ),
  }
}

const reachIn = ({ privatePhone }: World) =>
  reachBy(new Set(privatePhone.flatMap((has, n) => (has ? [`o-${n}`] : []))))

it('finds exactly the areas and requests without a living officer, as the slow way does', () => {
  let [lacking, staffed] = [0, 0]
  fc.assert(
    fc.property(world, one => {
      const street = streetOf(one)
      const bySlow = slow(one)
      expect(areaLacks(street, now, reachIn(one)).map(({ areaId }) => areaId)).toEqual(bySlow.areas)
      const assignee =
        one.owner === undefined
          ? undefined
          : { officerId: `o-${one.owner}`, name: 'x', post: 'gridMember', areaId: 'g-0' }
      const request = { areaIds: ['s', 'c', 'g-0'], ...(assignee && { assignee }) }
      const lack = requestLack(street, request, now, reachIn(one))
      expect(!lack).toBe(one.owner !== undefined && bySlow.owned(one.owner))
      if (lack) lacking++
      else staffed++
    }),
    { numRuns: 2000 },
  )
  expect(Math.min(lacking, staffed)).toBeGreaterThan(50)
})

it('gathers the requests of one officer into one lack, and knows it again another night', () => {
  const street = streetOf({
    ...{ posts: [], leaves: [], account: [], workPhone: [], privatePhone: [], owner: undefined },
  })
  const assignee = { officerId: 'o-9', name: '陈志强', post: 'gridMember', areaId: 'g-0' }
  const lacks = Array.from({ length: 3 }, () =>
    requestLack(street, { areaIds: ['s', 'c', 'g-0'], assignee }, now, () => true),
  ).flatMap(lack => lack ?? [])
  const [one, ...others] = gatherLacks(lacks)
  expect(others).toEqual([])
  expect(one).toMatchObject({ kind: 'requests', areaId: 'g-0', count: 3, officer: { name: '陈志强' } })
  expect(lackKey(one!)).toBe(lackKey(lacks[0]!))
})

it('opens once, closes once, and opens the same one again', () => {
  const lack = { kind: 'area' as const, areaId: 'g-0', areaIds: ['s', 'c', 'g-0'] }
  const opened = openedGap(undefined, 'g-x', lack, undefined, now)
  expect(openedGap(opened, 'g-x', lack, undefined, now + day)).toBe(opened)
  const closed = closedGap(opened, now + day)
  expect(closed.openKey).toBeUndefined()
  expect(closedGap(closed, now + 2 * day)).toBe(closed)
  const again = openedGap(closed, 'g-x', lack, undefined, now + 3 * day)
  expect(again.events.map(({ kind }) => kind)).toEqual(['opened', 'closed', 'opened'])
})

it('is the task of the nearest duty post above that is there', () => {
  const duty = (n: number, kind: (typeof kinds)[number]) => ({
    officer: n,
    area: n,
    kind,
    from: -1,
    to: undefined,
  })
  const one: World = {
    posts: [duty(0, 'streetDuty'), duty(1, 'communityDuty'), duty(2, 'gridMember')],
    leaves: [],
    ...{ account: Array(6).fill(true), workPhone: [], privatePhone: [], owner: undefined },
  }
  const lack = { kind: 'area' as const, areaId: 'g-0', areaIds: ['s', 'c', 'g-0'] }
  expect(taskFor(streetOf(one), lack, now)).toMatchObject({ kind: 'communityDuty' })
  const away = { officer: 1, cover: undefined, from: -1, length: 3 }
  expect(taskFor(streetOf({ ...one, leaves: [away] }), lack, now)).toMatchObject({ kind: 'streetDuty' })
})
