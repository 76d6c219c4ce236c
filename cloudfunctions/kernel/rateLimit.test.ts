import { minute } from '../../domain/time/china'
import { limitRate } from './rateLimit'

const limit = (kind: string, personId: string, id: string, now: number) =>
  limitRate({ env: 'test', now, caller: { personId } }, kind, id)

it('lets twenty different calls through in ten minutes and refuses the next, until time has passed', () => {
  for (let n = 0; n < 20; n++) limit('submit', 'p-flood', String(n), n)
  expect(() => limit('submit', 'p-flood', '20', 100)).toThrow(expect.objectContaining({ code: 'tooMany' }))
  expect(() => limit('submit', 'p-flood', '20', 11 * minute)).not.toThrow()
})

it('never counts a retry, a neighbour or another kind of call', () => {
  for (let n = 0; n < 20; n++) limit('submit', 'p-steady', String(n), n)
  expect(() => limit('submit', 'p-steady', '7', 50)).not.toThrow()
  expect(() => limit('submit', 'p-next-door', 'x', 50)).not.toThrow()
  expect(() => limit('reply', 'p-steady', 'x', 50)).not.toThrow()
})
