import fc from 'fast-check'
import type { RequestMove, Solved } from '../../contract/request'
import { Refusal } from '../../contract/refusal'
import { confirmRequest } from './confirmRequest'
import { exampleOfficer, exampleRequest } from './exampleRequest'
import { acceptRequest, replyToRequest, resolveRequest } from './handleRequest'
import { movesFor } from './lifeCycle'
import type { Request } from './request'
import { wakeRequest } from './wakeRequest'

const hour = 3_600_000
const start = exampleRequest()

interface Step {
  move: RequestMove | 'wait'
  hours: number
  solved: Solved
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    move: fc.constantFrom('accept', 'reply', 'resolve', 'confirm', 'wait') as fc.Arbitrary<Step['move']>,
    hours: fc.integer({ min: 0, max: 90 }),
    solved: fc.constantFrom('yes', 'partly', 'no'),
  }),
  { maxLength: 25 },
)

const take = (request: Request, { move, solved }: Step, at: number, n: number): Request => {
  const token = String(n).padStart(32, '0')
  const officer = { by: { kind: 'officer' as const, personId: 'p-chen', officer: exampleOfficer }, at, token }
  const reporter = { by: { kind: 'reporter' as const, personId: 'p-zhang' }, at, token }
  const clock = (hours: number) => ({
    startedAt: at,
    dueAt: at + hours * hour,
    warnAt: at + hours * 0.8 * hour,
  })
  switch (move) {
    case 'accept':
      return acceptRequest(request, officer)
    case 'reply':
      return replyToRequest(request, officer, { text: '马上来', photos: [] })
    case 'resolve':
      return resolveRequest(request, officer, { text: '换好了', photos: [], manner: 'help' }, clock(120))
    case 'confirm':
      return confirmRequest(
        request,
        reporter,
        { solved, satisfaction: 'good', text: '还闪' },
        { clocks: { accept: clock(4), reply: clock(24), resolve: clock(72) }, overseers: ['p-wang'] },
      )
    case 'wait':
      return wakeRequest(request, at, ['p-wang'])
  }
}

/** Walks the steps, checking after each one that it changed what it may and nothing else. */
const walk = (
  taken: Step[],
  check: (before: Request, after: Request, at: number, refused: boolean, step: Step) => void,
) => {
  let request = start
  let at = start.createdAt
  taken.forEach((step, n) => {
    at += step.hours * hour
    const before = request
    let refused = false
    try {
      request = take(before, step, at, n)
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'wrongState') throw error
      refused = true
    }
    check(before, request, at, refused, step)
  })
}

it('refuses exactly the moves that the screen does not offer', () => {
  fc.assert(
    fc.property(steps, taken =>
      walk(taken, (before, _after, _at, refused, { move }) => {
        if (move === 'wait') return expect(refused).toBe(false)
        const offered = [...movesFor(before, 'officer'), ...movesFor(before, 'reporter')]
        return expect(refused).toBe(!offered.includes(move))
      }),
    ),
  )
})

it('only ever appends to history, and raises the version with the state', () => {
  fc.assert(
    fc.property(steps, taken =>
      walk(taken, (before, after) => {
        expect(after.events.slice(0, before.events.length)).toEqual(before.events)
        const transitions = after.events.slice(before.events.length).filter(event => event.to !== undefined)
        expect(after.version).toBe(before.version + transitions.length)
        expect(after.status).toBe(transitions.at(-1)?.to ?? before.status)
        for (const event of transitions) expect(event.from).toBeDefined()
      }),
    ),
  )
})

it('is in the worklist exactly while an officer owes something, under the earliest due time', () => {
  fc.assert(
    fc.property(steps, taken =>
      walk(taken, (_before, after) => {
        const owed = (['accept', 'reply', 'resolve'] as const).flatMap(name => {
          const clock = after.clocks[name]
          return clock && clock.doneAt === undefined ? [clock.dueAt] : []
        })
        expect(after.openKey !== undefined).toBe(owed.length > 0)
        if (owed.length) expect(after.openKey).toBe(`1-${Math.min(...owed)}-${after._id}`)
        expect(after.openKey !== undefined).toBe(
          ['submitted', 'accepted', 'inProgress', 'reopened'].includes(after.status),
        )
        expect(after.mineOpenKey !== undefined).toBe(!['confirmed', 'closedNoAnswer'].includes(after.status))
      }),
    ),
  )
})

it('never sleeps past anything it has to do', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 400 }), (taken, hours) =>
      walk(taken, (_before, after, at) => {
        const settled = { ...after, effects: [] }
        const later = at + hours * hour
        const woken = wakeRequest(settled, later, [])
        const due = Object.values(after.clocks).some(
          clock =>
            clock.doneAt === undefined &&
            clock.overdueAt === undefined &&
            (clock.dueAt <= later ||
              (clock.warnAt !== undefined && clock.warnedAt === undefined && clock.warnAt <= later)),
        )
        expect(woken !== settled).toBe(due)
        if (due) expect(after.wakeAt).toBeLessThanOrEqual(later)
      }),
    ),
  )
})

it('wakes to nothing new when woken twice', () => {
  fc.assert(
    fc.property(steps, taken =>
      walk(taken, (_before, after, at) => {
        const once = wakeRequest(after, at, ['p-wang'])
        expect(wakeRequest(once, at, ['p-wang'])).toBe(once)
      }),
    ),
  )
})

it('tells each person once about each event', () => {
  fc.assert(
    fc.property(steps, taken => {
      walk(taken, (_before, after) => {
        const ids = after.effects.map(effect => effect.id)
        expect(new Set(ids).size).toBe(ids.length)
      })
    }),
  )
})

describe('the resident has the last word', () => {
  const accepted = take(start, { move: 'accept', hours: 0, solved: 'yes' }, start.createdAt, 1)
  const resolved = take(accepted, { move: 'resolve', hours: 0, solved: 'yes' }, start.createdAt + hour, 2)
  const doing = {
    by: { kind: 'reporter' as const, personId: 'p-zhang' },
    at: start.createdAt + 2 * hour,
    token: 'a',
  }
  const again = { clocks: start.clocks, overseers: ['p-wang'] }

  it('closes when she says so', () => {
    const closed = confirmRequest(resolved, doing, { solved: 'yes', satisfaction: 'good' }, again)
    expect(closed).toMatchObject({ status: 'confirmed', openKey: undefined, wakeAt: expect.any(Number) })
    expect({ ...closed, effects: [] }.effects).toEqual([])
  })

  it('opens again when half of it is missing, and those above hear of it', () => {
    const reopened = confirmRequest(
      resolved,
      doing,
      { solved: 'partly', satisfaction: 'fair', text: '还有一盏' },
      again,
    )
    expect(reopened).toMatchObject({ status: 'reopened', reopenedTimes: 1 })
    expect(reopened.effects).toContainEqual(expect.objectContaining({ kind: 'tell', personId: 'p-wang' }))
  })

  it('asks for a sentence before it opens again', () => {
    expect(() => confirmRequest(resolved, doing, { solved: 'no', satisfaction: 'poor' }, again)).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'text' }),
    )
  })

  it('ends without an answer only after her window, and says so', () => {
    const window = resolved.clocks.confirm?.dueAt ?? 0
    expect(wakeRequest(resolved, window - 1, []).status).toBe('resolved')
    const ended = wakeRequest(resolved, window, [])
    expect(ended.status).toBe('closedNoAnswer')
    expect(ended.events.at(-1)).toMatchObject({ kind: 'closedNoAnswer', by: { kind: 'system' } })
  })
})

it('refuses one event too many, so that nothing is cut off in silence', () => {
  let request = start
  const add = (n: number) => take(request, { move: 'reply', hours: 0, solved: 'yes' }, start.createdAt, n)
  expect(() => {
    for (let n = 0; n < 250; n++) request = add(n)
  }).toThrow(expect.objectContaining({ code: 'historyFull' }))
  expect(request.events.length).toBeLessThanOrEqual(200)
})
