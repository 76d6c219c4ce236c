import type { EventKind } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import { hour } from '../time/china'
import { confirmRequest } from './confirmRequest'
import { countJoined } from './countJoined'
import { exampleOfficer, exampleRequest, exampleRules } from './exampleRequest'
import { acceptRequest, replyToRequest, resolveRequest } from './handleRequest'
import { householdsOf } from './households'
import { letGo, mergeRequest, takeIn, unmergeRequest } from './mergeRequest'
import { passOn } from './passOn'
import type { Request } from './request'
import { retierRequest } from './retierRequest'
import { suspendRequest } from './suspendRequest'

const start = Date.UTC(2026, 10, 23, 2)
const around = { ...exampleRules, posts: [], overseers: ['p-wang'] }
const chen = { kind: 'officer' as const, personId: 'p-chen', officer: exampleOfficer }
const doing = (hours: number) => ({
  by: chen,
  at: start + hours * hour,
  token: String(hours).padStart(32, '0'),
})
const by = (personId: string, hours: number) => ({
  ...doing(hours),
  by: { kind: 'reporter' as const, personId },
})

const first = (tier: Tier = 'B') => exampleRequest({ id: 'r-first', at: start }, { tier })
const second = (tier: Tier = 'B', more: object = {}) =>
  exampleRequest({ id: 'r-second', reporterId: 'p-li', at: start + hour, ...more }, { tier })

const merged = (main = first(), request = second()): [main: Request, request: Request] => {
  const inside = mergeRequest(request, doing(2), { main, text: '同一盏灯' }, around)
  return [takeIn(main, inside, start + 2 * hour), inside]
}
/** What the newest event of the main request does to the merged one. */
const passed = (main: Request, request: Request, hours: number) => {
  const event = main.events.at(-1)
  if (!event) throw new Error('Nothing has happened.')
  return passOn(request, { main, event, token: `on-${main.events.length}`, at: start + hours * hour }, around)
}
const kinds = ({ events }: Request): EventKind[] => events.map(({ kind }) => kind)
const told = ({ effects }: Request, personId: string) =>
  effects.flatMap(effect => (effect.kind === 'tell' && effect.personId === personId ? effect.text : []))

it('takes it on and off the worklist, tells the reporter, and keeps every clock running', () => {
  const before = second()
  const [main, request] = merged(first(), before)
  expect(request).toMatchObject({ status: 'accepted', mergedInto: { id: 'r-first' }, openKey: undefined })
  expect(request.clocks.resolve).toEqual(before.clocks.resolve)
  expect(request.clocks.reply).toEqual(before.clocks.reply)
  expect(request.wakeAt).toBeDefined()
  expect(told(request, 'p-li').at(-1)).toContain('一起办')
  expect(main.merged).toEqual([{ id: 'r-second', no: request.no, reporterId: request.reporterId }])
  expect(takeIn(main, request, start)).toBe(main)
})

it('is undone without a trace but in history', () => {
  const [main, request] = merged()
  const alone = unmergeRequest(request, doing(3), '不是一盏灯', around)
  expect(alone.mergedInto).toBeUndefined()
  expect(alone.openKey).toBeDefined()
  expect(alone.clocks).toEqual(request.clocks)
  expect(kinds(alone).slice(-2)).toEqual(['merged', 'unmerged'])
  const left = letGo(main, 'r-second', start + 3 * hour)
  expect(left.merged).toBeUndefined()
  expect(letGo(left, 'r-second', start)).toBe(left)
})

it('lets every reporter hear the end and confirm for themselves', () => {
  const [main, request] = merged()
  const done = resolveRequest(
    acceptRequest(main, doing(3), around),
    doing(5),
    { text: '换好了', photos: [], manner: 'help' },
    around,
  )
  expect(done.effects).toContainEqual(expect.objectContaining({ kind: 'passOn', to: 'r-second' }))
  const theirs = passed(done, request, 5)
  expect(theirs).toMatchObject({ status: 'resolved', mergedInto: { id: 'r-first' } })
  expect(theirs.events.at(-1)).toMatchObject({ kind: 'resolved', text: '换好了', by: chen })
  expect(told(theirs, 'p-li').at(-1)).toContain('请您看看')
  expect(theirs.clocks.confirm?.doneAt).toBeUndefined()
  // The neighbour's yes is not theirs.
  const ended = confirmRequest(done, by('p-zhang', 6), { solved: 'yes', satisfaction: 'good' }, around)
  expect(passed(ended, theirs, 6).status).toBe('resolved')
  const yes = confirmRequest(theirs, by('p-li', 7), { solved: 'yes', satisfaction: 'good' }, around)
  expect(yes.status).toBe('confirmed')
})

it('gives it back to itself when its reporter says that it is not done', () => {
  const [main, request] = merged()
  const done = resolveRequest(
    acceptRequest(main, doing(3), around),
    doing(5),
    { text: '好', photos: [], manner: 'help' },
    around,
  )
  const no = confirmRequest(
    passed(done, request, 5),
    by('p-li', 7),
    { solved: 'no', satisfaction: 'poor', text: '我这盏还黑' },
    around,
  )
  expect(no).toMatchObject({ status: 'reopened', mergedInto: undefined })
  expect(no.openKey).toBeDefined()
  expect(no.effects).toContainEqual(expect.objectContaining({ kind: 'letGo', from: 'r-first' }))
})

it('opens again with the main one: nobody’s silence closes what a neighbour says is not done', () => {
  const [main, request] = merged()
  const done = resolveRequest(
    acceptRequest(main, doing(3), around),
    doing(5),
    { text: '好', photos: [], manner: 'help' },
    around,
  )
  const theirs = passed(done, request, 5)
  const again = confirmRequest(
    done,
    by('p-zhang', 6),
    { solved: 'no', satisfaction: 'poor', text: '还黑' },
    around,
  )
  const reopened = passed(again, theirs, 6)
  expect(reopened).toMatchObject({ status: 'reopened', reopenedTimes: 1, mergedInto: { id: 'r-first' } })
  expect(reopened.clocks.confirm?.doneAt).toBeDefined()
  expect(told(reopened, 'p-li').at(-1)).toContain('要重新办')
})

it('passes on a word only when the officer sends it to everybody', () => {
  const [main, request] = merged()
  const mine = replyToRequest(main, doing(3), { text: '张阿姨好', photos: [] }, around)
  expect(mine.effects.some(({ kind }) => kind === 'passOn')).toBe(false)
  expect(passed(mine, request, 3)).toBe(request)
  const all = replyToRequest(main, doing(3), { text: '师傅明天来', photos: [], toMerged: true }, around)
  const theirs = passed(all, request, 3)
  expect(theirs.events.at(-1)).toMatchObject({ kind: 'replied', text: '师傅明天来' })
  expect(theirs.clocks.reply?.doneAt).toBeDefined()
})

it('is no way out of a deadline: more time and setting aside stay with the one they were decided about', () => {
  const [main, request] = merged(first('D'), second('D'))
  const event = { ...main.events[0], kind: 'suspended' as const, at: start, by: chen }
  expect(passOn(request, { main, event, token: 'x', at: start }, around)).toBe(request)
  for (const decide of [
    () => suspendRequest(request, doing(4), '等钱', around),
    () => retierRequest(request, doing(4), { tier: 'B', text: '小事' }, around),
    () => resolveRequest(request, doing(4), { text: '好', photos: [], manner: 'help' }, around),
  ])
    expect(decide).toThrow(expect.objectContaining({ code: 'wrongState' }))
})

it.each<[string, () => [Request, Request]]>([
  ['danger into what is none', () => [first('B'), second('A')]],
  ['a request into itself', () => [first(), first()]],
  ['into one that is merged itself', () => [merged()[1], exampleRequest({ id: 'r-third' })]],
  ['one that others are merged into', () => [exampleRequest({ id: 'r-third' }), merged()[0]]],
  [
    'into one that is done',
    () => [
      resolveRequest(
        acceptRequest(first(), doing(3), around),
        doing(4),
        { text: '好', photos: [], manner: 'help' },
        around,
      ),
      second(),
    ],
  ],
])('never merges %s', (_, pair) => {
  const [main, request] = pair()
  expect(() => mergeRequest(request, doing(5), { main, text: '一样' }, around)).toThrow(
    expect.objectContaining({ code: 'wrongState' }),
  )
})

it('takes danger out again when what it is dealt with in is none any more', () => {
  const [main, request] = merged(first('A'), second('A'))
  const lowered = retierRequest(main, doing(3), { tier: 'B', text: '没有危险' }, around)
  const alone = passed(lowered, request, 3)
  expect(alone).toMatchObject({ tier: 'A', mergedInto: undefined })
  expect(alone.events.at(-1)).toMatchObject({ kind: 'unmerged', by: { kind: 'system' } })
})

it('passes nothing on to one that was taken out in the meantime', () => {
  const [main, request] = merged()
  const alone = unmergeRequest(request, doing(3), '不是', around)
  expect(passed(acceptRequest(main, doing(4), around), alone, 4)).toBe(alone)
})

describe('households', () => {
  const counting = { at: start + hour, topicFrom: 5, overseers: ['p-wang'] }

  it('move it forward in its tier, never its deadline', () => {
    const one = first()
    const many = countJoined(one, 3, counting)
    expect(many.openKey && one.openKey && many.openKey < one.openKey).toBe(true)
    expect(many.openKey?.[0]).toBe(one.openKey?.[0])
    expect(many.clocks).toEqual(one.clocks)
    expect(countJoined(many, 3, counting)).toBe(many)
    expect(countJoined(many, 0, counting).openKey).toBe(one.openKey)
  })

  it('from five on are told to officers, once, and nothing is changed over their heads', () => {
    const four = countJoined(first(), 3, counting)
    expect(kinds(four)).not.toContain('crowded')
    const five = countJoined(four, 4, counting)
    expect(five).toMatchObject({ tier: 'B', status: 'submitted', version: 1 })
    expect(five.events.at(-1)).toMatchObject({ kind: 'crowded', text: '已有 5 户遇到同一件事。' })
    expect(told(five, 'p-wang')).toHaveLength(1)
    const wavering = countJoined(countJoined(five, 3, counting), 6, counting)
    expect(kinds(wavering).filter(kind => kind === 'crowded')).toHaveLength(1)
  })

  it('count a reporter once who has reported twice', () => {
    const [main] = merged(first(), second('B', { reporterId: 'p-zhang' }))
    expect(householdsOf(main)).toBe(1)
    const again = takeIn(main, { ...second('B', { id: 'r-third', reporterId: 'p-li' }) }, start)
    expect(householdsOf(again)).toBe(2)
  })
})

it('tells those who joined every step that everybody may know, and not what was said', () => {
  const joined = { ...first(), joined: 2 }
  const accepted = acceptRequest(joined, doing(2), around)
  const followers = (request: Request) => request.effects.filter(({ kind }) => kind === 'tellFollowers')
  expect(followers(accepted)).toHaveLength(1)
  const spoken = replyToRequest(accepted, by('p-zhang', 3), { text: '我在家', photos: [] }, around)
  expect(followers(spoken)).toHaveLength(1)
  const answered = replyToRequest(spoken, doing(4), { text: '张阿姨好', photos: [] }, around)
  expect(followers(answered)).toHaveLength(2)
  expect(JSON.stringify(followers(answered))).not.toContain('张阿姨')
  expect(followers(acceptRequest(first(), doing(2), around))).toHaveLength(0)
})
