import { personIdOf } from '../../domain/id/documentId'
import { householdsOf } from '../../domain/request/households'
import { pendingExtension } from '../../domain/request/standing'
import { hour } from '../../domain/time/china'
import { generateStreet } from '../generateStreet'
import { castOpenid, type CastId } from '../people/cast'
import { smallStreet } from '../scale'
import { storyLines } from './storyLines'
import { turnLines } from './turnLines'

const pepper = 'test-pepper'
const idOf = (id: CastId) => personIdOf(castOpenid(id), pepper)

describe.each([
  ['a Monday morning', Date.UTC(2026, 10, 23, 2)],
  ['a Saturday night', Date.UTC(2026, 10, 28, 15, 30)],
  ['Sunday before dawn', Date.UTC(2026, 7, 9, 19)],
  ['the middle of a long holiday', Date.UTC(2026, 9, 4, 6)],
  ['the end of a year', Date.UTC(2026, 11, 31, 3)],
])('opened on %s', (_, now) => {
  const street = generateStreet({ seed: 1, now, pepper, scale: smallStreet })
  const home = street.people.find(({ _id }) => _id === idOf('zhang-guifang'))?.homeGridId
  const worklist = street.requests
    .filter(({ gridId, openKey }) => gridId === home && openKey)
    .sort((a, b) => ((a.openKey ?? '') < (b.openKey ?? '') ? -1 : 1))
  const mine = (id: CastId) => street.requests.filter(({ reporterId }) => reporterId === idOf(id))
  const running = worklist.flatMap(({ clocks }) =>
    Object.values(clocks).filter(({ doneAt }) => doneAt === undefined),
  )

  it('sorts every request of the story into the tier it was written for', () => {
    for (const { words, tier } of [...storyLines, ...turnLines]) {
      expect(street.requests.find(({ text }) => text === words[0])?.triage).toMatchObject({ tier })
    }
  })

  it('gives the grid member work in every tier, the urgent first', () => {
    expect(worklist[0]?.tier).toBe('A')
    expect(new Set(worklist.map(({ tier }) => tier))).toEqual(new Set(['A', 'B', 'C', 'D']))
    expect(
      worklist.filter(({ assignee }) => assignee?.personId === idOf('chen-zhiqiang')).length,
    ).toBeGreaterThan(3)
  })

  it('has something overdue and something due within the hour', () => {
    expect(running.filter(({ overdueAt }) => overdueAt !== undefined).length).toBeGreaterThan(0)
    expect(running.filter(({ dueAt }) => dueAt > now && dueAt < now + hour).length).toBeGreaterThan(0)
  })

  it('lets 张桂芳 have one to confirm, one under way and some that ended', () => {
    const states = mine('zhang-guifang').map(({ status }) => status)
    expect(states).toEqual(expect.arrayContaining(['resolved', 'inProgress', 'confirmed', 'closedNoAnswer']))
    expect(
      mine('zhang-guifang').some(({ reopenedTimes, status }) => reopenedTimes > 0 && status === 'confirmed'),
    ).toBe(true)
    const waiting = mine('zhang-guifang').find(({ status }) => status === 'resolved')
    expect(waiting?.clocks.confirm?.dueAt).toBeGreaterThan(now + 12 * hour)
  })

  const withText = (start: string) => street.requests.find(({ text }) => text.startsWith(start))
  const happened = (start: string) => withText(start)?.events.map(({ kind }) => kind) ?? []

  it('shows waiting for the resident, more time, setting aside and an objection as they stand', () => {
    expect(withText('12栋前面的健身器材')).toMatchObject({
      status: 'needInfo',
      reporterId: idOf('li-xiaoyan'),
    })
    expect(withText('12栋前面的健身器材')?.clocks.resolve).toHaveProperty('paused')
    const asking = withText('楼上装修从早到晚敲')
    expect(asking && pendingExtension(asking)).toMatchObject({ kind: 'extensionAsked' })
    expect(withText('门口这条断头路')).toMatchObject({ status: 'suspended' })
    expect(withText('楼下有人烧东西')).toMatchObject({ tier: 'B' })
    expect(happened('楼下有人烧东西')).toContain('objected')
    expect(withText('楼下有人烧东西')?.clocks.objection?.doneAt).toBeUndefined()
  })

  it('shows the same when it is over: answered, extended, put back, put in another class', () => {
    expect(happened('花园边上的雨棚松了')).toEqual(
      expect.arrayContaining(['objected', 'objectionAnswered', 'resolved']),
    )
    expect(withText('花园边上的雨棚松了')).toMatchObject({ tier: 'A' })
    expect(happened('13栋前面的健身器材')).toEqual(
      expect.arrayContaining(['infoAsked', 'infoAnswered', 'extended', 'resolved']),
    )
    expect(withText('北门口的健身器材')?.correctedKey).toBeDefined()
  })

  it('shows a matter of several as it goes on: two reports in one, households that joined, and officers who know', () => {
    const main = withText('小区北门外这一段路灯')
    expect(main?.merged).toHaveLength(2)
    expect(main && householdsOf(main)).toBe(7)
    expect(happened('小区北门外这一段路灯')).toContain('crowded')
    expect(withText('店门口那排路灯')).toMatchObject({
      reporterId: idOf('li-xiaoyan'),
      mergedInto: { id: main?._id },
    })
    const followers = street.joins.filter(({ requestId }) => requestId === main?._id)
    expect(followers).toHaveLength(main?.joined ?? 0)
    expect(followers.map(({ personId }) => personId)).toContain(idOf('zhang-guifang'))
    expect(
      street.inbox.some(
        ({ personId, link }) =>
          personId === idOf('zhang-guifang') && link === `/pages/joined/index?id=${main?._id}`,
      ),
    ).toBe(true)
  })

  it('shows one that is over: each reporter heard the end and has the last word', () => {
    expect(withText('中心花园里的庭院灯')).toMatchObject({ status: 'confirmed' })
    expect(happened('花园里的路灯不亮')).toEqual(
      expect.arrayContaining(['merged', 'resolved', 'closedNoAnswer']),
    )
  })

  it('has news for every one of the named people', () => {
    for (const id of [
      'zhang-guifang',
      'li-xiaoyan',
      'chen-zhiqiang',
      'he-jianguo',
      'wu-mei',
      'wang-min',
      'liu-yang',
    ] as const) {
      expect(street.inbox.filter(({ personId }) => personId === idOf(id)).length).toBeGreaterThan(0)
    }
  })

  it('keeps the vote open, with both councillors on its roll and their ballots still theirs to cast', () => {
    const open = street.topics.filter(
      ({ status, vote }) => status === 'voting' && (vote?.closesAt ?? 0) > now + 24 * hour,
    )
    const theirs = open.find(({ vote }) => vote?.roll.some(({ personId }) => personId === idOf('wu-mei')))
    expect(theirs?.vote?.roll.find(({ personId }) => personId === idOf('he-jianguo'))?.kind).toBe('fixed')
    expect(theirs?.vote?.roll.find(({ personId }) => personId === idOf('wu-mei'))?.kind).toBe('rotating')
    const cast = street.ballots
      .filter(({ topicId }) => topicId === theirs?._id)
      .map(({ personId }) => personId)
    expect(cast.length).toBeGreaterThan(1)
    expect(cast).not.toContain(idOf('he-jianguo'))
    expect(cast).not.toContain(idOf('wu-mei'))
  })
})
