import { exampleRequest } from '../domain/request/exampleRequest'
import { documentId } from '../domain/id/documentId'
import type { Request } from '../domain/request/request'
import { listKey, withKeys } from '../domain/request/requestKeys'
import { idOf } from '../tests/cloud/exampleStreet'

const hour = 3_600_000

/** Open requests in the grid that is worked on, the same whatever is stored beside: more than any page shows. */
const openHere = 150
/** Requests of the resident who reads hers. */
const ofZhang = 60

/**
 * `count` requests of the example street: the same open ones in grid 1 and the same ones of 张桂芳 at every size, so that
 * every page has the same lines; the rest are neighbours' closed ones, and open ones (1 in 50) of the other grid.
 */
export function* storedRequests(count: number, now: number): Generator<Request> {
  for (let n = 0; n < count; n++) {
    const open = n < openHere || n % 50 === 0
    const grid = n < openHere || n % 2 ? 'g-1' : 'g-2'
    const reporterId = n >= openHere && n < openHere + ofZhang ? idOf('zhang') : `p-neighbour-${n % 5000}`
    yield stored(
      documentId('r', 'bench', String(n)),
      reporterId,
      open && grid === 'g-2' ? 'g-2' : grid,
      open && (n < openHere || grid === 'g-2'),
      now - (n + 1) * hour,
    )
  }
}

const stored = (_id: string, reporterId: string, gridId: string, open: boolean, at: number): Request => {
  const request = exampleRequest({
    id: _id,
    reporterId,
    gridId,
    areaIds: ['s-1', 'c-1', 'b-1', gridId],
    at,
    place: { gridId, address: '三单元' },
  })
  const clocks = open
    ? request.clocks
    : Object.fromEntries(
        Object.entries(request.clocks).map(([name, clock]) => [name, { ...clock, doneAt: at + hour }]),
      )
  const { assignee: _none, ...rest } = request
  return withKeys({
    ...rest,
    clocks,
    status: open ? 'submitted' : 'confirmed',
    mineKey: listKey(at, _id),
    effects: [],
    wakeAt: undefined,
  } as Request)
}
