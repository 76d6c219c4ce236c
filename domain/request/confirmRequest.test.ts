import { hour } from '../time/china'
import { confirmRequest } from './confirmRequest'
import { after, around, by, step } from './exampleMoves'
import { exampleRequest } from './exampleRequest'
import { wakeRequest } from './wakeRequest'

const start = exampleRequest()

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
