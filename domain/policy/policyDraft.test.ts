import { Refusal } from '../../contract/refusal'
import { asPublished, assertPublishable, newDraft, type PolicyDraft, withRehearsal } from './policyDraft'

const doing = {
  by: { personId: 'p-1', officerId: 'o-1', name: '刘洋', post: 'streetDuty' },
  at: 1_795_000_000_000,
  token: 't-1',
}
const said = { kind: 'deadline' as const, basedOn: 'deadline:1', body: '{}', note: '放宽一点', findings: [] }
const fresh = newDraft('d-1', said, doing)
const trial = {
  messages: 9,
  changed: 3,
  lostDangers: 0,
  ways: [],
  changes: [],
  at: doing.at,
  against: 'deadline:1',
}

const isPublishable = (draft: PolicyDraft, active: string, lostDangersRead: boolean) => {
  try {
    assertPublishable(draft, active, lostDangersRead)
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'wrongState' })
    return false
  }
}

const either = [false, true]
const states = either.flatMap(rehearsed =>
  either.flatMap(stale =>
    either.flatMap(yearMissing =>
      either.flatMap(loses =>
        either.flatMap(read =>
          either.map(published => ({ rehearsed, stale, yearMissing, loses, read, published })),
        ),
      ),
    ),
  ),
)

it('is publishable in exactly those of all its states in which nothing is left to do', () => {
  const publishable = states.filter(({ rehearsed, stale, yearMissing, loses, read, published }) => {
    const draft: PolicyDraft = {
      ...fresh,
      findings: yearMissing ? [{ kind: 'missingYear', what: '2027' }] : [],
      ...(rehearsed && { rehearsal: { ...trial, lostDangers: loses ? 2 : 0 } }),
      ...(published && { publishedAs: 'deadline:2' }),
    }
    return isPublishable(draft, stale ? 'deadline:7' : 'deadline:1', read)
  })
  const tried = { rehearsed: true, stale: false, yearMissing: false, published: false }
  expect(publishable).toEqual([
    { ...tried, loses: false, read: false },
    { ...tried, loses: false, read: true },
    { ...tried, loses: true, read: true },
  ])
})

it('says how many dangers are to be read, and which year is missing', () => {
  const losing = { ...fresh, rehearsal: { ...trial, lostDangers: 2 } }
  expect(() => assertPublishable(losing, 'deadline:1', false)).toThrow('2 件急事')
  const short = { ...fresh, rehearsal: trial, findings: [{ kind: 'missingYear' as const, what: '2027' }] }
  expect(() => assertPublishable(short, 'deadline:1', false)).toThrow('2027')
})

it('keeps what it says while it is tried again and again, and every trial in its history', () => {
  const again = { ...doing, at: doing.at + 1, token: 't-2' }
  const tried = withRehearsal(withRehearsal(fresh, trial, [], doing), { ...trial, changed: 4 }, [], again)
  expect(tried).toMatchObject({ version: 3, rehearsal: { changed: 4 }, body: fresh.body, note: fresh.note })
  expect(tried.events.map(({ kind, at }) => [kind, at])).toEqual([
    ['saved', doing.at],
    ['rehearsed', doing.at],
    ['rehearsed', again.at],
  ])
})

it('in force it takes no trial, and publishing again changes nothing', () => {
  const published = asPublished(withRehearsal(fresh, trial, [], doing), 'deadline:2', doing)
  expect(asPublished(published, 'deadline:2', doing)).toBe(published)
  expect(() => withRehearsal(published, trial, [], doing)).toThrow(Refusal)
})
