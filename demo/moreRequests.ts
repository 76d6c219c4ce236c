import { closedStatuses } from '../contract/statuses'
import { documentId } from '../domain/id/documentId'
import type { Request } from '../domain/request/request'
import { listKey, withKeys } from '../domain/request/requestKeys'
import { requestNumber } from '../domain/request/requestNumber'
import { day } from '../domain/time/china'
import type { DemoStreet } from './generateStreet'
import { randomOf } from './random'

const week = 7 * day

/**
 * `count` more requests of a street, one after another and quickly, for benches: copies of its own with new ids, tokens
 * and reporters. Closed ones lie up to four years back, by whole weeks so that weekdays stay right; open ones stay where
 * they are, so that the share of open ones is as in the street. Pictures are those of the originals.
 */
export function* moreRequests(street: DemoStreet, count: number, seed = 1): Generator<Request> {
  const random = randomOf(seed, 'more')
  const staff = new Set(street.posts.map(({ personId }) => personId))
  const reporters = street.people.filter(({ _id }) => !staff.has(_id)).map(({ _id }) => _id)
  for (let n = 0; n < count; n++) {
    const model = street.requests[n % street.requests.length]
    if (!model) return
    const closed = closedStatuses.includes(model.status)
    yield copyOf(model, random.pick(reporters), random.hex(32), closed ? random.integer(1, 200) * week : 0)
  }
}

const copyOf = (model: Request, reporterId: string, token: string, earlier: number): Request => {
  const _id = documentId('r', reporterId, token)
  const createdAt = model.createdAt - earlier
  return withKeys({
    ...model,
    _id,
    token,
    reporterId,
    no: requestNumber(_id, createdAt),
    createdAt,
    mineKey: listKey(createdAt, _id),
    clocks: Object.fromEntries(
      Object.entries(model.clocks).map(([name, clock]) => [
        name,
        Object.fromEntries(
          Object.entries(clock).map(([key, at]) => [key, typeof at === 'number' ? at - earlier : at]),
        ),
      ]),
    ) as Request['clocks'],
    events: model.events.map((event, i) => ({
      ...event,
      at: event.at - earlier,
      ...(i === 0 && { token }),
      ...(event.by.kind === 'reporter' && { by: { ...event.by, personId: reporterId } }),
    })),
  })
}
