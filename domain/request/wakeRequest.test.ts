import fc from 'fast-check'
import { clockNames } from '../../contract/requestTerms'
import { always, fresh, starts, steps, walk } from '../../tests/support/requestWalks'
import type { Post } from '../account/post'
import { isRunning, stepsOf } from '../deadline/clock'
import { hour, minute } from '../time/china'
import { after, around, posts, step, take } from './exampleMoves'
import { exampleRequest } from './exampleRequest'
import type { Request } from './request'
import { wakeRequest } from './wakeRequest'

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
    },
    // A pause that ends late is rare on these walks.
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
    return wakeRequest(nobody, asked.createdAt + 16 * minute, { ...around, posts: living })
  }
  const said = (request: Request) => request.events.find(({ kind }) => kind === 'overdue')?.text
  expect(said(woken(posts))).toBe('超过了受理时限，已报给街道。')
  expect(said(woken(posts.slice(0, 2)))).toBe('超过了受理时限，已报给社区。')
  expect(said(woken(posts.slice(0, 1)))).toBe('超过了受理时限，已提醒经办人。')
  const unheard = woken([])
  expect(said(unheard)).toBe('超过了受理时限，现在没有工作人员收得到提醒。')
  expect(unheard.effects).toMatchObject([{ kind: 'tell', personId: 'p-zhang' }])
})
