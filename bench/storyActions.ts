import type { RequestView } from '../contract/requestView'
import { middleOf } from '../tests/cloud/exampleStreet'
import { tokens } from '../tests/cloud/tokens'
import {
  type Answer,
  callsEach,
  councillors,
  limitedMost,
  residents,
  type Site,
  topics,
  type Who,
} from './site'
import { storedId, topicId } from './stored'

export interface StoryAction {
  name: string
  /** Makes the n-th call of `callsEach`. */
  run: (site: Site, n: number) => Promise<Answer>
}

const reading = (name: string, who: Who, input: object): StoryAction => ({
  name,
  run: site => site.call(who, name, input),
})

/** Reports as the story does: a sentence, a point on the map, a photo. */
export const report = async (site: Site, who: Who): Promise<Answer> =>
  site.call(who, 'request.submit', {
    text: '三单元楼道的灯坏了，晚上看不见路',
    place: { point: middleOf(1), address: '三单元' },
    photos: [await site.photo(who)],
    token: tokens.next(),
  })

type Made = Site['made'][number]

/** A move on the n-th request made in this run; keeps the version it then has. */
const move = (
  name: string,
  who: (made: Made) => Who,
  { versioned = true, photo = false, ...input }: Record<string, unknown> = {},
): StoryAction => ({
  name,
  run: async (site, n) => {
    const made = site.made[n]
    if (!made) throw new Error(`${name}: request ${n} was not made`)
    const answer = await site.call(who(made), name, {
      id: made.id,
      ...(versioned === true && { version: made.version }),
      ...(photo === true && { photos: [await site.photo(who(made))] }),
      ...input,
      token: tokens.next(),
    })
    made.version = (answer.data as { request: RequestView }).request.version
    return answer
  },
})

const officer = () => 'chen'
const reporter = ({ by }: Made) => by

/** The story's actions, in the order in which one needs the other. */
export const storyActions: StoryAction[] = [
  reading('account.home', 'chen', {}),
  reading('account.inbox', 'chen', {}),
  reading('area.list', 'stranger', { parentId: 'b-1' }),
  reading('area.map', 'stranger', { areaId: 'g-1' }),
  reading('area.locate', 'stranger', { point: middleOf(1) }),
  {
    name: 'request.submit',
    run: async (site, n) => {
      const by = Math.floor(n / limitedMost)
      const answer = await report(site, by)
      const { request } = answer.data as { request: RequestView }
      site.made[n] = { id: request.id, version: request.version, by }
      return answer
    },
  },
  reading('request.mine', 'zhang', {}),
  reading('request.similar', 'zhang', {
    text: '三单元的楼道灯坏了，上下楼看不见',
    place: { point: middleOf(1), address: '三单元' },
  }),
  {
    // From the newest to the oldest that is stored, so that no cache of the newest answers for all.
    name: 'request.read',
    run: (site, n) => {
      const step = Math.floor((n * site.stored) / (2 * callsEach))
      return site.call('chen', 'request.read', { id: storedId(2 * step + 1) })
    },
  },
  reading('request.worklist', 'chen', {}),
  move('request.accept', officer),
  move('request.reply', reporter, { text: '我在家等着', photos: [], versioned: false }),
  move('request.resolve', officer, { text: '换了新灯泡', manner: 'help', photo: true }),
  move('request.confirm', reporter, { solved: 'yes', satisfaction: 'good' }),
  reading('council.topics', 'he', {}),
  { name: 'council.topic', run: (site, n) => site.call('he', 'council.topic', { id: topicId(n % topics) }) },
  {
    name: 'council.vote',
    run: (site, n) =>
      site.call(n % councillors, 'council.vote', {
        id: topicId(Math.floor(n / councillors)),
        choice: 'for',
        token: tokens.next(),
      }),
  },
  {
    // Everybody lives in grid 2 and moves with each call: choosing the same home again writes nothing.
    name: 'account.setHome',
    run: (site, n) =>
      site.call(n % residents, 'account.setHome', {
        gridId: Math.floor(n / residents) % 2 ? 'g-2' : 'g-1',
        token: tokens.next(),
      }),
  },
  {
    name: 'account.markSeen',
    run: (site, n) =>
      site.call(n % residents, 'account.markSeen', { upTo: Date.now(), token: tokens.next() }),
  },
]
