import fc from 'fast-check'
import { clockNames, type RequestMove, requestMoves, type Solved } from '../../contract/requestTerms'
import { Refusal } from '../../contract/refusal'
import { statuses } from '../../contract/statuses'
import { type Tier, tiers } from '../../contract/tiers'
import type { Post } from '../account/post'
import { isRunning, stepsOf } from '../deadline/clock'
import { hour } from '../time/china'
import { answerInfo, askInfo } from './askInfo'
import { confirmRequest } from './confirmRequest'
import { exampleOfficer, exampleRequest, exampleRules } from './exampleRequest'
import { decideExtension, extendRequest } from './extendRequest'
import { acceptRequest, replyToRequest, resolveRequest } from './handleRequest'
import { movesFor } from './lifeCycle'
import { mergeRequest, unmergeRequest } from './mergeRequest'
import type { Officer, Request } from './request'
import { answerObjection, confirmDanger, objectToTier, retierRequest } from './retierRequest'
import { officerClocks } from './stop'
import { resumeRequest, suspendRequest } from './suspendRequest'
import { wakeRequest } from './wakeRequest'

const start = exampleRequest()

const chen: Officer = exampleOfficer
const wang: Officer = { officerId: 'o-wang', name: '王敏', post: 'communityDuty', areaId: 'c-1' }
const posts = [
  { ...chen, kind: 'gridMember', personId: 'p-chen' },
  { ...wang, kind: 'communityDuty', personId: 'p-wang' },
  { officerId: 'o-liu', name: '刘洋', areaId: 's-1', kind: 'streetDuty', personId: 'p-liu' },
].map((post, n) => ({ ...post, _id: `q-${n}`, v: 1, from: 0 })) as unknown as Post[]
const around = { ...exampleRules, posts, overseers: ['p-wang', 'p-liu'] }

const by = {
  chen: { kind: 'officer' as const, personId: 'p-chen', officer: chen },
  wang: { kind: 'officer' as const, personId: 'p-wang', officer: wang },
  zhang: { kind: 'reporter' as const, personId: 'p-zhang' },
}

interface Step {
  move: RequestMove | 'wait'
  hours: number
  solved: Solved
  tier: Tier
  yes: boolean
  /** Instead of `move`, one of those that can be made now: else the far ends of the life cycle would never be reached. */
  lawful?: number
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    move: fc.constantFrom(...requestMoves, 'wait') as fc.Arbitrary<Step['move']>,
    hours: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 500 })),
    solved: fc.constantFrom('yes', 'partly', 'no'),
    tier: fc.constantFrom(...tiers),
    yes: fc.boolean(),
    lawful: fc.option(fc.nat(15), { nil: undefined, freq: 4 }),
  }),
  { maxLength: 25 },
)
/** The hotline wants it done within so many hours. */
const fromHotline = (hours: number): Request => {
  const external = { system: '12345', number: 'GD-1', due: start.createdAt + hours * hour }
  return exampleRequest({ brought: { by: wang, source: 'hotline', external } }, { tier: 'C' })
}
const fresh = fc
  .record({ tier: fc.constantFrom(...tiers), sure: fc.boolean() })
  .map(({ tier, sure }) => exampleRequest({}, { tier, sure }))
/** Requests just come in, and some far on their way, which chance would seldom bring there. */
const starts = fc.oneof(
  { weight: 3, arbitrary: fresh },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 500 }).map(hours => fromHotline(hours)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<Step['move'][][]>(
        [['accept'], ['extend', 'decideExtension']],
        [['accept'], ['extend', 'decideExtension', 'suspend']],
        [['accept'], ['resolve']],
      )
      .map(way => after(exampleRequest({}, { tier: 'D' }), ...way.flat().map(move => step(move)))),
  },
)

/** Who makes which move: the grid member the work, the community what is decided about it, the reporter the rest. */
const actor: Record<RequestMove, keyof typeof by> = {
  ...{ confirmDanger: 'wang', accept: 'chen', answerInfo: 'zhang', answerObjection: 'wang' },
  ...{ decideExtension: 'wang', reply: 'chen', askInfo: 'chen', extend: 'chen', retier: 'chen' },
  ...{ suspend: 'wang', resume: 'wang', object: 'zhang', resolve: 'chen', confirm: 'zhang' },
  ...{ merge: 'chen', unmerge: 'wang' },
}

/** Danger takes in whatever there is. */
const main = exampleRequest({ id: 'r-main', reporterId: 'p-li' }, { tier: 'A' })

const take = (request: Request, { move, solved, tier, yes }: Step, at: number, n: number): Request => {
  const token = String(n).padStart(32, '0')
  const doing = {
    chen: { by: by.chen, at, token },
    wang: { by: by.wang, at, token },
    zhang: { by: by.zhang, at, token },
  }
  const text = '还闪'
  switch (move) {
    case 'accept':
      return acceptRequest(request, doing.chen, around)
    case 'reply':
      return replyToRequest(request, doing.chen, { text, photos: [] }, around)
    case 'resolve':
      return resolveRequest(request, doing.chen, { text, photos: [], manner: 'help' }, around)
    case 'confirm':
      return confirmRequest(request, doing.zhang, { solved, satisfaction: 'good', text }, around)
    case 'confirmDanger':
      return confirmDanger(request, doing.wang, around)
    case 'askInfo':
      return askInfo(request, doing.chen, text, around)
    case 'answerInfo':
      return answerInfo(request, doing.zhang, { text, photos: [] }, around)
    case 'extend':
      return extendRequest(request, doing.chen, text, around)
    case 'decideExtension':
      return decideExtension(request, doing.wang, { granted: yes, text }, around)
    case 'suspend':
      return suspendRequest(request, doing.wang, text, around)
    case 'resume':
      return resumeRequest(request, doing.wang, text, around)
    case 'retier':
      return retierRequest(
        request,
        doing.chen,
        { tier, text, ...(tier === request.tier && { category: yes ? 'water' : 'estate' }) },
        around,
      )
    case 'object':
      return objectToTier(request, doing.zhang, text, around)
    case 'answerObjection':
      return answerObjection(request, doing.wang, { upheld: yes, text }, around)
    case 'merge':
      return mergeRequest(request, doing.chen, { main, text }, around)
    case 'unmerge':
      return unmergeRequest(request, doing.wang, text, around)
    case 'wait':
      return wakeRequest(request, at, around)
  }
}

const step = (move: Step['move'], more: Partial<Step> = {}): Step => ({
  ...{ move, hours: 0, solved: 'yes', tier: 'B', yes: true },
  ...more,
})
/** The request after these moves, an hour apart. */
const after = (first: Request, ...taken: Step[]): Request =>
  taken.reduce((request, one, n) => take(request, one, first.createdAt + (n + 1) * hour, n), first)

/** Walks the steps, checking after each one that it changed what it may and nothing else. */
const walk = (
  first: Request,
  taken: Step[],
  check: (before: Request, after: Request, at: number, refused: boolean, step: Step) => void,
) => {
  let request = first
  let at = first.events.at(-1)?.at ?? first.createdAt
  taken.forEach(({ lawful, ...drawn }, n) => {
    at += drawn.hours * hour
    const before = request
    const can = requestMoves.filter(move => offered(before, move, at))
    const move = lawful !== undefined && can.length ? can[lawful % can.length] : undefined
    const step = move ? { ...drawn, move } : drawn
    let refused = false
    try {
      request = take(before, step, at, n)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Nothing changes when a tier is changed to itself.
      if (error.code === 'invalid' && step.move === 'retier') return
      if (error.code !== 'wrongState') throw error
      refused = true
    }
    check(before, request, at, refused, step)
  })
}

const always = (check: Parameters<typeof walk>[2], how: fc.Parameters<unknown> = {}) =>
  fc.assert(
    fc.property(starts, steps, (first, taken) => walk(first, taken, check)),
    { numRuns: 200, ...how } as fc.Parameters<[Request, Step[]]>,
  )

const offered = (request: Request, move: RequestMove, at: number): boolean => {
  const who = by[actor[move]]
  const officerId = 'officer' in who ? who.officer.officerId : undefined
  return movesFor(request, {
    as: officerId ? ['request.handle', 'request.oversee'] : ['reporter'],
    occasion: { at, deadline: around.deadline, ...(officerId && { officerId }) },
  }).includes(move)
}

it('reaches every state and makes every move on these walks', () => {
  const [states, made] = [new Set<string>(), new Set<string>()]
  always(
    (_before, after, _at, refused, { move }) => {
      states.add(after.status)
      if (!refused) made.add(move)
    },
    { seed: 7, numRuns: 1000 },
  )
  expect([...states].sort()).toEqual([...statuses].sort())
  expect([...made].sort()).toEqual([...requestMoves, 'wait'].sort())
})

it('refuses exactly the moves that the screen does not offer', () =>
  always((before, _after, at, refused, { move }) => {
    if (move === 'wait') expect(refused).toBe(false)
    else expect([move, refused]).toEqual([move, !offered(before, move, at)])
  }))

it('only ever appends to history, and raises the version with the state', () =>
  always((before, after) => {
    expect(after.events.slice(0, before.events.length)).toEqual(before.events)
    const transitions = after.events.slice(before.events.length).filter(event => event.to !== undefined)
    expect(after.version).toBe(before.version + transitions.length)
    expect(after.status).toBe(transitions.at(-1)?.to ?? before.status)
    for (const event of transitions) expect(event.from).toBe(before.status)
  }))

it('is in the worklist exactly while an officer owes something or waits for an answer, and it stands by itself', () =>
  always((_before, after) => {
    const owed = [...officerClocks].flatMap(name => {
      const clock = after.clocks[name]
      return isRunning(clock) ? [clock.dueAt] : []
    })
    const answer = after.clocks.answer
    const due = owed.length ? Math.min(...owed) : isRunning(answer) ? answer.dueAt : undefined
    expect(after.openKey).toBe(
      due === undefined || after.mergedInto ? undefined : `${tiers.indexOf(after.tier)}-${due}-${after._id}`,
    )
    const settled = ['resolved', 'confirmed', 'closedNoAnswer'].includes(after.status)
    // A matter that is done can still owe the answer to an objection.
    const owes = !settled || isRunning(after.clocks.objection)
    expect(after.openKey !== undefined).toBe(owes && !after.mergedInto)
    const closed = ['confirmed', 'closedNoAnswer'].includes(after.status)
    expect(after.mineOpenKey !== undefined).toBe(!closed)
    if (closed) expect(Object.values(after.clocks).every(clock => clock.doneAt !== undefined)).toBe(true)
  }))

it('stops the time to resolve while it waits for the reporter, and only then', () =>
  always((_before, after, at) => {
    for (const name of clockNames) {
      const clock = after.clocks[name]
      if (clock?.paused) {
        expect(after.status).toBe('needInfo')
        expect(['resolve', 'progress']).toContain(name)
      }
    }
    const { resolve } = after.clocks
    if (after.status === 'needInfo' && isRunning(resolve)) expect(resolve.dueAt).toBeLessThanOrEqual(at)
    expect(isRunning(after.clocks.answer)).toBe(after.status === 'needInfo')
  }))

it('never waits for the reporter more often, nor extends more often, than the policy says', () =>
  always((_before, after) => {
    const terms = around.deadline.tiers[after.tier]
    const { resolve } = after.clocks
    if (after.status === 'needInfo')
      expect(resolve?.pauses?.length ?? 0).toBeLessThan(terms.pause?.times ?? 0)
    expect(resolve?.extensions?.length ?? 0).toBeLessThanOrEqual(1)
  }))

it('promises nothing later than a deadline that came with it from elsewhere', () =>
  always((_before, { external, clocks: { resolve } }) => {
    const due = external?.due
    if (due === undefined || !isRunning(resolve) || resolve.startedAt >= due) return
    expect(resolve.dueAt).toBeLessThanOrEqual(due)
  }))

it('never sleeps past anything it has to do', () => {
  fc.assert(
    fc.property(starts, steps, fc.integer({ min: 0, max: 900 }), (first, taken, hours) =>
      walk(first, taken, (_before, after, at) => {
        const settled = { ...after, effects: [] }
        const later = at + hours * hour
        const woken = wakeRequest(settled, later, around)
        const due = Object.values(after.clocks).some(
          clock =>
            isRunning(clock) && stepsOf(clock).some(step => step.doneAt === undefined && step.at <= later),
        )
        expect(woken !== settled).toBe(due)
        if (due) expect(after.wakeAt).toBeLessThanOrEqual(later)
      }),
    ),
  )
})

it('wakes to nothing new when woken twice', () =>
  always(
    (_before, after, at) => {
      const once = wakeRequest(after, at, around)
      expect(wakeRequest(once, at, around)).toBe(once)
      // A pause that ends late is rare on these walks.
    },
    { numRuns: 1000 },
  ))

it('does each step of each clock once, however often and however late it is woken', () => {
  const times = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(fresh, times, (first, hours) => {
      const wakes = [...hours].sort((a, b) => a - b).map(n => first.createdAt + n * hour)
      const often = wakes.reduce((request, at) => wakeRequest(request, at, around), first)
      const last = wakes.at(-1) ?? 0
      const once = wakeRequest(first, last, around)
      // In what state it ends depends on when it is woken last, not on how often.
      const state = (request: Request) =>
        Object.entries(request.clocks).map(([name, clock]) => [
          name,
          clock.overdueAt !== undefined,
          stepsOf(clock).map(step => step.doneAt !== undefined),
        ])
      expect(state(often)).toEqual(state(once))
      const out = often.events.filter(event => event.kind === 'overdue').map(event => event.clock)
      expect(new Set(out).size).toBe(out.length)
      // Everybody who would have been told in time is told, and never twice about one event.
      const told = (request: Request) =>
        new Set(request.effects.flatMap(effect => (effect.kind === 'tell' ? [effect.personId] : [])))
      expect(told(often)).toEqual(told(once))
    }),
  )
})

it('marks each time that runs out once, in every state: waiting for an answer, set aside, objected to', () => {
  const wakes = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(starts, steps, wakes, (first, taken, hours) => {
      let request = first
      let at = first.events.at(-1)?.at ?? first.createdAt
      walk(first, taken, (_before, after, when) => {
        request = after
        at = when
      })
      const marked: string[] = []
      for (const more of hours) {
        at += more * hour
        const before = request
        request = wakeRequest(before, at, around)
        for (const name of clockNames) {
          const { startedAt, dueAt, overdueAt } = request.clocks[name] ?? {}
          if (overdueAt === at) marked.push(`${name} ${startedAt} ${dueAt}`)
        }
        const closing = ['closedNoAnswer', 'infoMissed', 'callbackDue']
        const added = request.events.slice(before.events.length)
        // One line for each clock that had something to say, and none that had not.
        expect(new Set(added.map(({ clock }) => clock)).size).toBe(added.length)
        expect(added.every(({ kind }) => [...closing, 'warned', 'overdue', 'escalated'].includes(kind))).toBe(
          true,
        )
        expect(request.wakeAt === undefined || request.wakeAt > at || request.effects.length > 0).toBe(true)
      }
      expect(new Set(marked).size).toBe(marked.length)
    }),
  )
})

it('looks again at what was set aside: a word before the day, the street on it, once each', () => {
  const d = exampleRequest({}, { tier: 'D' })
  const aside = after(d, step('accept'), step('extend'), step('decideExtension'), step('suspend'))
  expect(aside).toMatchObject({ status: 'suspended' })
  expect(isRunning(aside.clocks.resolve)).toBe(false)
  let request = aside
  for (let days = 1; days <= 60; days++)
    request = wakeRequest(request, aside.createdAt + days * 24 * hour, around)
  expect(request.events.slice(aside.events.length).map(({ kind }) => kind)).toEqual([
    'warned',
    'overdue',
    'escalated',
  ])
  const renewed = take(request, step('suspend'), aside.createdAt + 61 * 24 * hour, 99)
  expect(renewed.clocks.review).toMatchObject({ startedAt: aside.createdAt + 61 * 24 * hour })
  expect(renewed.clocks.review).not.toHaveProperty('overdueAt')
})

it('tells each person once about each event', () =>
  always((_before, after) => {
    const ids = after.effects.map(effect => effect.id)
    expect(new Set(ids).size).toBe(ids.length)
  }))

it('tells somebody, whoever of them holds a post', () => {
  fc.assert(
    fc.property(fresh, fc.subarray(posts, { minLength: 1 }), (first, living) => {
      const nobody = { ...first, assignee: undefined, effects: [] } as unknown as Request
      const woken = wakeRequest(nobody, first.createdAt + 2000 * hour, { ...around, posts: living })
      const told = woken.effects.flatMap(effect => (effect.kind === 'tell' ? [effect.personId] : []))
      const events = woken.events.slice(first.events.length)
      expect(events.length).toBeGreaterThan(0)
      expect(told.length).toBeGreaterThanOrEqual(events.length)
      for (const person of told) expect(living.map(({ personId }) => personId)).toContain(person)
    }),
  )
})

it('says who was told in fact, and tells the resident when not one officer can be', () => {
  const asked = exampleRequest({}, { tier: 'A' })
  const woken = (living: Post[]) => {
    const nobody = { ...asked, assignee: undefined, effects: [] } as unknown as Request
    return wakeRequest(nobody, asked.createdAt + 16 * 60_000, { ...around, posts: living })
  }
  const said = (request: Request) => request.events.find(({ kind }) => kind === 'overdue')?.text
  expect(said(woken(posts))).toBe('超过了受理时限，已报给街道。')
  expect(said(woken(posts.slice(0, 2)))).toBe('超过了受理时限，已报给社区。')
  expect(said(woken(posts.slice(0, 1)))).toBe('超过了受理时限，已提醒经办人。')
  const unheard = woken([])
  expect(said(unheard)).toBe('超过了受理时限，现在没有工作人员收得到提醒。')
  expect(unheard.effects).toMatchObject([{ kind: 'tell', personId: 'p-zhang' }])
})

describe('the resident has the last word', () => {
  const resolved = after(start, step('accept'), step('resolve'))
  const doing = { by: by.zhang, at: start.createdAt + 3 * hour, token: 'a' }

  it('closes when she says so', () => {
    const closed = confirmRequest(resolved, doing, { solved: 'yes', satisfaction: 'good' }, around)
    expect(closed).toMatchObject({ status: 'confirmed', openKey: undefined, wakeAt: expect.any(Number) })
  })

  it('opens again when half of it is missing, and those above hear of it', () => {
    const half = { solved: 'partly' as const, satisfaction: 'fair' as const, text: '还有一盏' }
    const reopened = confirmRequest(resolved, doing, half, around)
    expect(reopened).toMatchObject({ status: 'reopened', reopenedTimes: 1 })
    expect(reopened.effects).toContainEqual(expect.objectContaining({ kind: 'tell', personId: 'p-wang' }))
  })

  it('asks for a sentence before it opens again', () => {
    expect(() => confirmRequest(resolved, doing, { solved: 'no', satisfaction: 'poor' }, around)).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'text' }),
    )
  })

  it('ends without an answer only after her window, and says so', () => {
    const window = resolved.clocks.confirm?.dueAt ?? 0
    expect(wakeRequest(resolved, window - 1, around).status).toBe('resolved')
    const ended = wakeRequest(resolved, window, around)
    expect(ended.status).toBe('closedNoAnswer')
    expect(ended.events.at(-1)).toMatchObject({ kind: 'closedNoAnswer', by: { kind: 'system' } })
  })

  it('is telephoned about danger before her silence ends it', () => {
    const danger = after(exampleRequest({}, { tier: 'A' }), step('accept'), step('resolve'))
    const called = wakeRequest(danger, danger.clocks.confirm?.dueAt ?? 0, around)
    expect(called).toMatchObject({ status: 'resolved' })
    expect(called.events.at(-1)).toMatchObject({ kind: 'callbackDue' })
    expect(wakeRequest(called, called.clocks.confirm?.dueAt ?? 0, around).status).toBe('closedNoAnswer')
  })
})

it('refuses one event too many, so that nothing is cut off in silence', () => {
  let request = start
  const add = (n: number) => take(request, step('reply'), start.createdAt, n)
  expect(() => {
    for (let n = 0; n < 250; n++) request = add(n)
  }).toThrow(expect.objectContaining({ code: 'historyFull' }))
  expect(request.events.length).toBeLessThanOrEqual(200)
})
