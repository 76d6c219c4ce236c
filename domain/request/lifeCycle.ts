import type { RequestMove } from '../../contract/request'
import { type Status, statusWords } from '../../contract/statuses'
import { Refusal } from '../../contract/refusal'
import type { Request } from './request'

interface Transition {
  from: readonly Status[]
  /** Absent for a move that changes no state. */
  to?: Status
  by: 'officer' | 'reporter' | 'either'
}

const open = ['submitted', 'accepted', 'inProgress', 'reopened'] as const

/** Every move a person can make: from which states, to which, and who makes it. The whole life cycle is here. */
export const moves: Record<RequestMove, Transition> = {
  accept: { from: ['submitted', 'reopened'], to: 'accepted', by: 'officer' },
  reply: { from: [...open, 'resolved'], by: 'either' },
  resolve: { from: ['accepted', 'inProgress', 'reopened'], to: 'resolved', by: 'officer' },
  // To `reopened` instead when the answer is not `yes`.
  confirm: { from: ['resolved'], to: 'confirmed', by: 'reporter' },
}

/** The moves open to this side in the request's present state, in the order of the table. */
export const movesFor = (request: Pick<Request, 'status'>, side: 'officer' | 'reporter'): RequestMove[] =>
  (Object.keys(moves) as RequestMove[]).filter(
    move =>
      moves[move].from.includes(request.status) && (moves[move].by === side || moves[move].by === 'either'),
  )

/** Throws `wrongState` when the move cannot be made now, saying what the state is. */
export const assertMove = (request: Pick<Request, 'status'>, move: RequestMove): void => {
  if (moves[move].from.includes(request.status)) return
  throw new Refusal(
    'wrongState',
    `这件事现在是“${statusWords[request.status].resident}”，这一步办不了。请下拉刷新看看。`,
  )
}
