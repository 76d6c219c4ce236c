import { requests as collection } from '../cloudfunctions/kernel/collections/requests'
import { generateStreet } from './generateStreet'
import { moreRequests } from './moreRequests'
import { smallStreet } from './scale'

const now = Date.UTC(2026, 10, 23, 2)
const street = generateStreet({ seed: 1, now, pepper: 'test-pepper', scale: smallStreet })

it('gives as many as are asked for, each stored form correct and each id new', () => {
  const seen = new Set(street.requests.map(({ _id }) => _id))
  let count = 0
  for (const request of moreRequests(street, 2_000)) {
    expect(collection.schema().safeParse(request)).toMatchObject({ success: true })
    seen.add(request._id)
    count++
  }
  expect(count).toBe(2_000)
  expect(seen.size).toBe(2_000 + street.requests.length)
})

it('keeps the share that is open and puts closed ones into the past', () => {
  const all = [...moreRequests(street, street.requests.length * 20)]
  const open = (requests: readonly { openKey?: string }[]) => requests.filter(({ openKey }) => openKey).length
  expect(open(all)).toBe(open(street.requests) * 20)
  expect(Math.max(...all.map(({ createdAt }) => createdAt))).toBeLessThanOrEqual(now)
  expect(Math.min(...all.map(({ createdAt }) => createdAt))).toBeLessThan(now - 700 * 86_400_000)
})

it('gives the same ones again for the same seed', () => {
  expect([...moreRequests(street, 50)]).toEqual([...moreRequests(street, 50)])
})
