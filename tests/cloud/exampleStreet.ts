import type { Ballot, Council, Topic } from '../../domain/council/topic'
import type { Area } from '../../domain/area/area'
import type { NamedPlace } from '../../domain/area/place'
import type { Leave, Officer, Person, StoredPost } from '../../domain/account/post'
import type { Boundary, Point } from '../../contract/place'
import { personIdOf } from '../../domain/id/documentId'
import { listKey, sortableInstant } from '../../domain/request/requestKeys'
import { type Binding, unbound } from '../../domain/roster/binding'
import { inVersion } from '../../domain/version/versioned'
import { councilSimple } from '../../domain/council/voteRule'
import { day } from '../../domain/time/china'

export const pepper = 'demo-pepper'

/** The people of the example street: their openid is `test-<name>`. */
export const cast = {
  /** Lives in grid 1. */
  zhang: {},
  /** Lives in grid 2. */
  li: {},
  chen: { post: 'gridMember', areaId: 'g-1', name: '陈志强' },
  zhou: { post: 'gridMember', areaId: 'g-2', name: '周敏' },
  lead: { post: 'blockLead', areaId: 'b-1', name: '梁伟' },
  wang: { post: 'communityDuty', areaId: 'c-1', name: '王敏' },
  liu: { post: 'streetDuty', areaId: 's-1', name: '刘洋' },
  /** On the council: a fixed and two rotating seats. */
  he: {},
  wu: {},
  xu: {},
  /** Knows the app and nothing else. */
  stranger: {},
} satisfies Record<string, { post?: string; areaId?: string; name?: string }>

export type Name = keyof typeof cast

export const openidOf = (name: Name) => `test-${name}`
export const idOf = (name: Name) => personIdOf(openidOf(name), pepper)

const origin: Point = { lng: 114.05, lat: 22.7 }

/** A square of half a kilometre, `column` squares east of the origin. */
const square = (column: number): Boundary => {
  const [west, east] = [origin.lng + column * 0.005, origin.lng + (column + 1) * 0.005]
  const [south, north] = [origin.lat, origin.lat + 0.005]
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ] as Boundary
}

/** A point in the middle of grid 1 or grid 2. */
export const middleOf = (grid: 1 | 2): Point => ({
  lng: origin.lng + (grid - 0.5) * 0.005,
  lat: origin.lat + 0.0025,
})

const area = (_id: string, kind: string, name: string, path: string[], boundary: Boundary): Area => ({
  _id,
  v: 2,
  kind,
  name,
  tree: 'grid',
  ...(path.length && { parentId: path.at(-1) as string }),
  path: [...path, _id],
  center: origin,
  boundary,
  ...(kind === 'community' && { dutyPhone: '0755-00001234' }),
})

const both = [...square(0), ...square(1)]
const areas = [
  area('s-1', 'street', '样例街道', [], both),
  area('c-1', 'community', '甲社区', ['s-1'], both),
  area('b-1', 'block', '甲一街区', ['s-1', 'c-1'], both),
  area('g-1', 'grid', '第一网格', ['s-1', 'c-1', 'b-1'], square(0)),
  area('g-2', 'grid', '第二网格', ['s-1', 'c-1', 'b-1'], square(1)),
]

const places: NamedPlace[] = [
  { _id: 'l-1', v: 1, kind: 'estate', name: '桂花苑', gridId: 'g-1', address: '甲一路 1 号' },
  { _id: 'l-2', v: 1, kind: 'building', name: '桂花苑 3 栋', gridId: 'g-1' },
  { _id: 'l-3', v: 1, kind: 'landmark', name: '老榕树', aliases: ['大榕树头'], gridId: 'g-2' },
]

/** Every document of a small street at `now` (ms), by collection. */
export const exampleStreet = (now: number) => {
  const since = now - 365 * day
  const staff = (Object.keys(cast) as Name[]).flatMap(person => {
    const role = cast[person]
    return 'post' in role ? [{ person, ...role }] : []
  })
  const posts: StoredPost[] = staff.map(({ person, post, areaId, name }, n) => ({
    _id: `q-post-${n}`,
    v: 2,
    officerId: `o-${person}`,
    name,
    areaId,
    kind: post,
    duty: { days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 1440 },
    contact: post === 'gridMember' ? ('workPhone' as const) : ('dutyPhone' as const),
    workPhone: post === 'gridMember' ? '0755-00005678' : '0755-00009999',
    from: since,
  }))
  const officers: Officer[] = staff.map(({ person, name }) => ({
    _id: `o-${person}`,
    v: 1,
    name,
    privatePhone: `1380000${String(name.length).padStart(4, '0')}`,
  }))
  const bindings: Binding[] = staff.map(({ person }) => ({
    ...unbound(`o-${person}`),
    personId: idOf(person),
    events: [{ kind: 'bound', at: since, personId: idOf(person), how: 'phone' }],
  }))
  const homes: Partial<Record<Name, string>> = { zhang: 'g-1', li: 'g-2', he: 'g-1', wu: 'g-1', xu: 'g-2' }
  const people: Person[] = (Object.keys(cast) as Name[])
    .filter(name => name !== 'stranger')
    .map(name => ({
      _id: idOf(name),
      v: 1,
      openid: openidOf(name),
      ...(homes[name] && { homeGridId: homes[name] }),
      seenAt: 0,
      createdAt: since,
    }))
  const seats = (['he', 'wu', 'xu'] as const).map((name, n) => ({
    id: `seat-${n}`,
    kind: n === 0 ? ('fixed' as const) : ('rotating' as const),
    title: n === 0 ? '街区负责人' : '轮值街坊',
    personId: idOf(name),
    name: `理事${n + 1}`,
    from: since,
    to: now + 365 * day,
  }))
  const councils: Council[] = [{ _id: 'council-1', v: 1, areaId: 'b-1', name: '甲一街区理事会', seats }]
  return {
    areas: areas.map(one => inVersion(one, 1)),
    posts: posts.map(one => inVersion(one, 1)),
    officers: officers.map(one => inVersion(one, 1)),
    bindings,
    leaves: [] as Leave[],
    places: places.map(one => inVersion(one, 1)),
    people,
    councils,
    topics: [openTopic(now, seats)],
    ballots: [] as Ballot[],
    requests: [],
    inbox: [],
    pointers: [
      {
        _id: 'active',
        v: 2,
        areas: 1,
        roster: 1,
        places: 1,
        touched: 0,
        policies: { triage: 'triage:1', deadline: 'deadline:1' },
      },
    ],
  }
}

const openTopic = (now: number, seats: Council['seats']): Topic => {
  const createdAt = now - 10 * day
  const closesAt = now + 2 * day
  return {
    _id: 't-lamps',
    v: 1,
    version: 1,
    rev: 1,
    councilId: 'council-1',
    council: '甲一街区理事会',
    areaId: 'b-1',
    areaIds: ['s-1', 'c-1', 'b-1'],
    title: '楼道灯换成声控的',
    proposal: '把甲一街区 12 栋楼的楼道灯换成声控灯，由物业在 30 天内装好。',
    background: '两个月里有 7 户反映楼道太黑。',
    proposer: '街坊何建国',
    status: 'voting',
    requestIds: [],
    vote: {
      rule: councilSimple,
      opensAt: now - day,
      closesAt,
      roll: seats.map(({ personId = '', id, kind, title, name }) => ({
        personId,
        seatId: id,
        kind,
        title,
        name,
      })),
    },
    events: [{ at: createdAt, by: '街坊何建国', text: '提出' }],
    createdAt,
    listKey: listKey(createdAt, 't-lamps'),
    openKey: `${sortableInstant(createdAt)}-t-lamps`,
    wakeAt: closesAt + 30_000,
  }
}
