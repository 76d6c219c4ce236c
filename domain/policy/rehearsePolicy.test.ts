import fc from 'fast-check'
import { tiers } from '../../contract/tiers'
import { loadExamples } from '../../scripts/triage/loadExamples'
import { doubtfulOfGas } from '../../tests/support/doubtfulOfGas'
import type { TierClocks } from '../deadline/deadlinePolicy'
import { day } from '../time/china'
import { letterOf } from '../triage/tierPreset'
import { wordsAlone } from '../triage/circumstances'
import { triage } from '../triage/triage'
import { levels } from '../triage/triagePolicy'
import { builtIn, policiesFrom } from './policies'
import { rehearsePolicy, type RehearsedRequest, withDraft } from './rehearsePolicy'

const present = policiesFrom({}, new Map())
const texts = loadExamples()
  .slice(0, 200)
  .map(({ text }) => text)

const requestOf = (n: number, changes: Partial<RehearsedRequest> = {}): RehearsedRequest => ({
  _id: `r-${n}`,
  no: `261125-${n}`,
  text: texts[n % texts.length] ?? '',
  tier: 'B',
  triage: { tier: 'B', level: 'grid', trace: { came: wordsAlone } } as unknown as RehearsedRequest['triage'],
  areaIds: ['s-1', 'g-1'],
  createdAt: Date.UTC(2026, 2, 2) + n * day,
  ...changes,
})

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

it('changes nothing when the draft is the policy in force', () => {
  const requests = texts.map((_, n) => requestOf(n))
  for (const [kind, id] of [
    ['triage', 'triage:1'],
    ['tiers', 'tiers:1'],
    ['deadline', 'deadline:1'],
    ['calendar', 'calendar:1'],
  ] as const)
    expect(rehearsePolicy(requests, kind, present, withDraft(present, kind, builtIn[id]))).toEqual({
      messages: 200,
      changed: 0,
      lostDangers: 0,
      ways: [],
      changes: [],
    })
})

it('counts every danger that a careless draft would no longer see, and shows those first', () => {
  const requests = texts.map((_, n) => requestOf(n))
  const { model } = present.triage
  const blind = { ...present.triage, model: { ...model, danger: 99, outweighed: 99, calmed: 99 } }
  const trial = rehearsePolicy(requests, 'triage', present, withDraft(present, 'triage', blind))
  const dangers = requests.filter(({ text }) => triage({ text, photos: 0 }, present.triage).tier === 'A')
  expect(dangers.length).toBeGreaterThan(20)
  expect(trial.lostDangers).toBe(dangers.length)
  expect(trial.changes.map(({ lostDanger }) => lostDanger ?? false)).toEqual(
    trial.changes.map((_, n) => n < dangers.length),
  )
  const away = trial.ways.filter(({ point, from }) => point === 'tier' && from === 'A')
  expect(sum(away.map(({ times }) => times))).toBe(dangers.length)
})

const anyRequests = fc
  .array(fc.tuple(fc.constantFrom(...tiers), fc.constantFrom(...tiers), fc.constantFrom(...levels)), {
    maxLength: 120,
  })
  .map(drawn =>
    drawn.map(([tier, decided, level], n) =>
      requestOf(n, { tier, triage: { tier: decided, level } as RehearsedRequest['triage'] }),
    ),
  )

it('of letters counts as if each request were looked at by itself', () =>
  fc.assert(
    fc.property(anyRequests, requests => {
      const draft = withDraft(present, 'tiers', builtIn['tiers:2'])
      const trial = rehearsePolicy(requests, 'tiers', present, draft)
      for (const from of tiers)
        for (const to of tiers) {
          const slow = requests.filter(
            one =>
              from !== to &&
              letterOf(one, present.tiers).letter === from &&
              letterOf(one, draft.tiers).letter === to,
          )
          const way = trial.ways.find(one => one.from === from && one.to === to)
          expect(way?.times ?? 0).toBe(slow.length)
        }
      expect(trial.changed).toBe(sum(trial.ways.map(({ times }) => times)))
      expect(trial.changes).toHaveLength(Math.min(trial.changed, 50))
    }),
  ))

it('of deadlines says of each tier what would run out earlier or later', () =>
  fc.assert(
    fc.property(
      anyRequests,
      fc.constantFrom(...tiers),
      fc.constantFrom('accept' as const, 'reply' as const, 'resolve' as const, 'confirm' as const),
      fc.constantFrom({ minutes: 1 }, { days: 365 }),
      (requests, tier, clock, length) => {
        const clocks: TierClocks = present.deadline.tiers[tier]
        const changed = { ...clocks, [clock]: { length, steps: [{ share: 1, tell: ['street'] }] } }
        const body = { ...present.deadline, tiers: { ...present.deadline.tiers, [tier]: changed } }
        const draft = withDraft(present, 'deadline', body)
        const times = requests.filter(request => request.tier === tier).length
        const to = 'minutes' in length ? 'earlier' : 'later'
        const { ways, ...trial } = rehearsePolicy(requests, 'deadline', present, draft)
        expect(trial).toMatchObject({ messages: requests.length, changed: times, lostDangers: 0 })
        expect(ways.filter(({ point }) => point !== 'warnings')).toEqual(
          times ? [{ point: clock, from: tier, to, times }] : [],
        )
      },
    ),
  ))

it.each<[string, (rules: TierClocks) => object, { point: string; to: string }[]]>([
  [
    'a warning that tells somebody else',
    ({ resolve }) => ({ resolve: { ...resolve, steps: [{ share: 1, tell: ['street'] }] } }),
    [{ point: 'warnings', to: 'changed' }],
  ],
  [
    'a clock that was not there',
    () => ({ onSite: { length: { days: 1 }, steps: [{ share: 1, tell: ['street'] }] } }),
    [{ point: 'onSite', to: 'added' }],
  ],
  ['a clock that is taken away', () => ({ progress: undefined }), [{ point: 'progress', to: 'removed' }]],
  [
    'more time',
    () => ({ extension: { times: 3, length: { days: 5 } } }),
    [{ point: 'extension', to: 'changed' }],
  ],
  [
    'no more waiting for the resident',
    () => ({ pause: undefined }),
    [
      { point: 'answer', to: 'removed' },
      { point: 'pause', to: 'removed' },
    ],
  ],
  [
    '挂账 where there was none',
    () => ({ suspension: { review: { length: { days: 30 }, steps: [{ share: 1, tell: ['street'] }] } } }),
    [
      { point: 'review', to: 'added' },
      { point: 'suspension', to: 'added' },
    ],
  ],
])('of deadlines shows %s', (_what, change, points) => {
  const rules = present.deadline.tiers.C
  const body = {
    ...present.deadline,
    tiers: { ...present.deadline.tiers, C: { ...rules, ...change(rules) } },
  }
  const one = requestOf(1, { tier: 'C' })
  const { ways } = rehearsePolicy([one], 'deadline', present, withDraft(present, 'deadline', body))
  expect(ways).toEqual(points.map(point => ({ ...point, from: 'C', times: 1 })))
})

it('of rules shows that residents are sent through another door, and that staff are no longer recognised', () => {
  const said = ['法院已经判了，对方还是不肯赔钱，请帮忙强制执行。', '网格员上门态度差，还骂我。']
  const requests = said.map((text, n) => requestOf(n, { text }))
  const { triage } = present
  const body = {
    ...triage,
    rules: triage.rules.map(({ door: _, ...rule }) => rule),
    aboutStaff: { ...triage.aboutStaff, did: '没有这个词' },
  }
  const { ways } = rehearsePolicy(requests, 'triage', present, withDraft(present, 'triage', body))
  expect(ways).toEqual(
    expect.arrayContaining([
      { point: 'door', from: 'court', to: 'none', times: 1 },
      { point: 'aboutStaff', from: 'true', to: 'false', times: 1 },
    ]),
  )
})

it('tries a draft on how each report came, with what was known of its building then', () => {
  const before = { summary: 'history:1', dangers: { gas: 1 }, matters: {} }
  const came = { ...wordsAlone, before }
  const text = doubtfulOfGas()
  const requests = [
    requestOf(1, { text }),
    requestOf(2, { text, triage: triage({ text, before }, present.triage) }),
  ]
  expect(requests[1]?.triage.trace.came).toEqual(came)
  const rules = present.triage.rules.filter(({ id }) => id !== 'a.gas-again')
  const draft = withDraft(present, 'triage', { ...present.triage, rules, remarks: [] })
  const { changes, lostDangers } = rehearsePolicy(requests, 'triage', present, draft)
  expect(lostDangers).toBe(1)
  expect(changes).toMatchObject([{ id: 'r-2', lostDanger: true }])
  expect(changes[0]?.points).toContainEqual({ point: 'remarks', from: 's.same-danger', to: 'none' })
})
