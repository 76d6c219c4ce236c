import { step, take } from './exampleMoves'
import { exampleRequest } from './exampleRequest'

it('refuses one event too many, so that nothing is cut off in silence', () => {
  const start = exampleRequest()
  let request = start
  const add = (n: number) => take(request, step('reply'), start.createdAt, n)
  expect(() => {
    for (let n = 0; n < 250; n++) request = add(n)
  }).toThrow(expect.objectContaining({ code: 'historyFull' }))
  expect(request.events.length).toBeLessThanOrEqual(200)
})
