import { clockNames, requestMoves } from '../../contract/requestTerms'
import { statuses } from '../../contract/statuses'
import { tiers } from '../../contract/tiers'
import { always } from '../../tests/support/requestWalks'
import { isRunning } from '../deadline/clock'
import { around, offered } from './exampleMoves'
import { officerClocks } from './stop'

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
