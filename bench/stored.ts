import type { InboxLine } from '../domain/request/inboxLine'
import type { Topic } from '../domain/council/topic'
import { documentId } from '../domain/id/documentId'
import { exampleRequest } from '../domain/request/exampleRequest'
import type { Request } from '../domain/request/request'
import { listKey, sortableInstant, withKeys } from '../domain/request/requestKeys'
import { hour } from '../domain/time/china'
import { idOf } from '../tests/cloud/exampleStreet'

/** Open requests in the grid that is worked on, the same whatever is stored beside: more than any page shows. */
const openHere = 150
/** Requests of the resident who reads hers: more than a page. */
const ofZhang = 60

/** The id of the n-th stored request. */
export const storedId = (n: number): string => documentId('r', 'bench', String(n))

/**
 * `count` requests of the example street: the same open ones in grid 1 and the same ones of 张桂芳 at every size, so that
 * every page has the same lines; the rest are neighbours' closed ones, and open ones (1 in 50) of the other grid. Every
 * odd one lies in grid 1.
 */
export function* storedRequests(count: number, now: number): Generator<Request> {
  for (let n = 0; n < count; n++) {
    const isHere = n < openHere || n % 2 === 1
    const isOpen = n < openHere || n % 50 === 0
    yield stored(storedId(n), reporterOf(n), isHere ? 'g-1' : 'g-2', isOpen, now - (n + 1) * hour)
  }
}

/**
 * Officers report, too: 陈志强 has three open ones, 张桂芳 five open ones and many settled ones. The first odd one is a
 * neighbour's: to read it he must be permitted.
 */
const reporterOf = (n: number): string => {
  if (n < 6 && n % 2 === 0) return idOf('chen')
  if ((n < 16 && n % 2 === 0) || (n >= openHere && n < openHere + ofZhang)) return idOf('zhang')
  return `p-neighbour-${n % 5000}`
}

const stored = (_id: string, reporterId: string, gridId: string, isOpen: boolean, at: number): Request => {
  const request = exampleRequest({
    id: _id,
    reporterId,
    gridId,
    areaIds: ['s-1', 'c-1', 'b-1', gridId],
    at,
    place: { gridId, address: '三单元' },
  })
  const clocks = isOpen
    ? request.clocks
    : Object.fromEntries(
        Object.entries(request.clocks).map(([name, clock]) => [name, { ...clock, doneAt: at + hour }]),
      )
  return withKeys({ ...request, clocks, status: isOpen ? 'submitted' : 'confirmed', effects: [] })
}

/** What a request told people: its reporter, and the member of grid 1 when it lies there. */
export const inboxLinesOf = ({ _id, reporterId, gridId, createdAt }: Request): InboxLine[] =>
  [reporterId, ...(gridId === 'g-1' ? [idOf('chen')] : [])].map(personId =>
    inboxLine(_id, personId, createdAt),
  )

const inboxLine = (requestId: string, personId: string, at: number): InboxLine => {
  const _id = documentId('i', requestId, personId)
  const link = `/pages/request/index?id=${requestId}`
  return { _id, v: 1, personId, at, text: '三单元楼道的灯坏了好几天了', link, listKey: listKey(at, _id) }
}

/** `count` topics like this one, an hour apart, all being voted on by the same people. */
export const votesLike = (topic: Topic, count: number, personIds: readonly string[]): Topic[] =>
  Array.from({ length: count }, (_, n) => {
    const createdAt = topic.createdAt - n * hour
    const _id = topicId(n)
    return {
      ...topic,
      _id,
      createdAt,
      listKey: listKey(createdAt, _id),
      openKey: `${sortableInstant(createdAt)}-${_id}`,
      ...(topic.vote && {
        vote: {
          ...topic.vote,
          roll: personIds.map((personId, seat) => ({
            personId,
            seatId: `seat-${seat}`,
            kind: 'rotating' as const,
            title: '轮值街坊',
            name: `理事${seat + 1}`,
          })),
        },
      }),
    }
  })

/** The id of the n-th topic of `votesLike`. */
export const topicId = (n: number): string => `t-bench-${n}`
