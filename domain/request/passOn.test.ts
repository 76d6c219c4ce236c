import { confirmRequest } from './confirmRequest'
import { around, by, chen, doing, first, merged, passed, second, start, told } from './exampleMerged'
import { acceptRequest, replyToRequest, resolveRequest } from './handleRequest'
import { unmergeRequest } from './mergeRequest'
import { passOn } from './passOn'
import { retierRequest } from './retierRequest'
import { suspendRequest } from './suspendRequest'

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
