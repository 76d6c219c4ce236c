import type { Area } from '../domain/area/area'
import type { NamedPlace } from '../domain/area/place'
import { lowestShapes } from '../domain/area/lowestShapes'
import { packAreas } from '../domain/area/packAreas'
import { Street } from '../domain/area/street'
import type { Leave, Officer, Person, Post } from '../domain/account/post'
import type { Ballot, Council, Topic } from '../domain/council/topic'
import type { Join } from '../domain/duplicates/join'
import { personIdOf } from '../domain/id/documentId'
import type { Pointers } from '../domain/policy/pointers'
import { policiesFrom } from '../domain/policy/policies'
import { inboxLine, type InboxLine } from '../domain/request/inboxLine'
import type { Request } from '../domain/request/request'
import { makeCouncils } from './councils/makeCouncils'
import { makeTopics } from './councils/makeTopics'
import { makeAreas } from './geography/areas'
import { makePlaces } from './geography/places'
import type { Binding } from '../domain/roster/binding'
import { makeAccounts } from './people/accounts'
import { makeBindings } from './people/bindings'
import { cast, castOpenid } from './people/cast'
import { makeLeaves } from './people/leaves'
import { makeOfficers } from './people/officers'
import { makeRoster } from './people/roster'
import { Album } from './pictures/album'
import { randomOf } from './random'
import { planRequests } from './requests/planRequests'
import { planPlanted } from './requests/planted/planPlanted'
import { planTogether } from './requests/together/planTogether'
import { replayTogether } from './requests/together/replayTogether'
import { planStory } from './requests/planStory'
import { replay } from './requests/replay'
import type { Told } from './requests/settle'
import type { World } from './requests/world'
import { type Scale, wholeStreet } from './scale'

/** A demo street: the documents of every collection, and the picture files by path in storage. */
export interface DemoStreet {
  areas: Area[]
  posts: Post[]
  officers: Officer[]
  bindings: Binding[]
  leaves: Leave[]
  places: NamedPlace[]
  people: Person[]
  councils: Council[]
  topics: Topic[]
  ballots: Ballot[]
  requests: Request[]
  joins: Join[]
  inbox: InboxLine[]
  pointers: Pointers[]
  files: ReadonlyMap<string, Buffer>
}

export interface StreetOptions {
  seed: number
  /** Where the street's history ends, ms. */
  now: number
  /** Secret of the account ids; the functions' LINGE_PEPPER. */
  pepper: string
  scale?: Scale
  /** How file ids of the environment begin. */
  storage?: string
  /** Hears which request is of which planted group; what only looks like one of it has a name of its own. */
  planted?: (requestId: string, of: string) => void
  /** Hears what is being made. */
  progress?: (step: string) => void
}

/** Where the outlines in force are published. */
const shapesPath = 'areas/1.bin'

const policyIds = { triage: 'triage:1', deadline: 'deadline:1' }

/**
 * Makes a whole demo street, the same for the same options. Its history is replayed through the domain's decisions
 * under a fake clock that ends at `now`.
 */
export const generateStreet = ({
  seed,
  now,
  pepper,
  scale = wholeStreet,
  storage = 'cloud://linge-demo',
  planted = () => undefined,
  progress = () => undefined,
}: StreetOptions): DemoStreet => {
  const random = randomOf(seed)
  progress('地图 areas')
  const areas = makeAreas(random.branch('areas'), scale, now)
  progress('人 people')
  const roster = makeRoster(random.branch('roster'), areas, now, pepper)
  const people = makeAccounts(random.branch('accounts'), {
    grids: areas.grids,
    roster,
    residents: scale.residents,
    now,
    pepper,
    days: scale.days,
  })
  const allAreas = [
    areas.street,
    ...areas.communities,
    ...areas.blocks,
    ...areas.grids.map(({ area }) => area),
    ...areas.redGrids,
    ...areas.commandGrids,
    ...areas.dedicatedGrids,
  ]
  const posts = roster.map(({ post }) => post)
  const leaves = makeLeaves(random.branch('leaves'), posts, now)
  const policies = policiesFrom(policyIds, new Map())

  progress('诉求 requests')
  const inbox: InboxLine[] = []
  const named = new Set(cast.map(({ id }) => personIdOf(castOpenid(id), pepper)))
  const tell = (told: Told) => {
    if (named.has(told.personId)) inbox.push(inboxLine(told))
  }
  const album = new Album(random.branch('album'), storage)
  const world: World = {
    street: new Street({ areas: allAreas, posts, leaves, ...policies }),
    policies,
    album,
    random: random.branch('replay'),
    now,
    tell,
  }
  const [ground] = areas.grids
  const around = { people, policies, pepper, now }
  const planned = [
    ...planRequests(random.branch('requests'), {
      grids: areas.grids,
      people,
      count: scale.requests,
      days: scale.days,
      now,
    }),
    ...(ground ? planStory(random.branch('story'), { ground, ...around }) : []),
    ...planPlanted(random.branch('planted'), { grids: areas.grids, people, now }),
  ]
  const together = (ground ? planTogether(random.branch('together'), { ground, ...around }) : []).map(
    (plan, n) => replayTogether(world, plan, n),
  )
  const requests = planned
    .map((plan, i) => {
      const request = replay(world, plan, i)
      if (plan.planted) planted(request._id, plan.planted)
      return request
    })
    .concat(together.flatMap(one => one.requests))
    .sort((a, b) => a.createdAt - b.createdAt)

  progress('议事 councils')
  const councils = makeCouncils(random.branch('councils'), { areas, roster, people, now, pepper })
  const { topics, ballots } = makeTopics(random.branch('topics'), {
    blocks: areas.blocks,
    councils,
    requests,
    count: scale.topics,
    days: scale.days,
    now,
    pepper,
    tell,
  })
  const portraits = new Map<string, Buffer>()
  const shapes = { version: 1, fileId: `${storage}/${shapesPath}` }
  return {
    areas: allAreas,
    posts,
    officers: makeOfficers(random.branch('officers'), posts, { storage, files: portraits }),
    bindings: makeBindings(posts),
    leaves,
    places: makePlaces(random.branch('places'), areas.grids),
    people,
    councils,
    topics,
    ballots,
    requests,
    joins: together.flatMap(one => one.joins),
    inbox: inbox.sort((a, b) => a.at - b.at),
    pointers: [
      { _id: 'active', v: 2, areas: 1, roster: 1, places: 1, touched: 0, shapes, policies: policyIds },
    ],
    files: new Map([
      ...album.files,
      ...portraits,
      [shapesPath, Buffer.from(packAreas(lowestShapes(allAreas)))],
    ]),
  }
}
