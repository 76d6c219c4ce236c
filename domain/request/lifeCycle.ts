import type { Permission } from '../../contract/permissions'
import { Refusal } from '../../contract/refusal'
import type { RequestMove } from '../../contract/requestTerms'
import { type Status, statusWords } from '../../contract/statuses'
import { isRunning } from '../deadline/clock'
import type { DeadlinePolicy } from '../deadline/deadlinePolicy'
import type { Actor, Request } from './request'
import { openObjection, pendingExtension, timesThisRound, unobjectedLowering } from './standing'

interface Transition {
  from: readonly Status[]
  /** Absent for a move that changes no state. */
  to?: Status
  /** The reporter, or officers who hold one of these permissions on the request's areas. */
  by: readonly ('reporter' | Permission)[]
  /** What else must hold. */
  when?: Condition
}

const open = ['submitted', 'accepted', 'inProgress', 'reopened'] as const
const working = ['accepted', 'inProgress'] as const
/** Nobody has said yet that it is done. */
export const unsettled = [...open, 'needInfo', 'suspended'] as const

/** Every move a person can make: from which states, to which, and who makes it. The whole life cycle is here. */
export const moves: Record<RequestMove, Transition> = {
  confirmDanger: {
    from: [...open, 'needInfo'],
    by: ['request.handle', 'request.oversee'],
    when: 'doubtedDanger',
  },
  accept: { from: ['submitted', 'reopened'], to: 'accepted', by: ['request.handle'] },
  answerInfo: { from: ['needInfo'], to: 'inProgress', by: ['reporter', 'request.handle'] },
  answerObjection: { from: [...unsettled, 'resolved'], by: ['request.oversee'], when: 'objectedToAnother' },
  decideExtension: { from: working, by: ['request.oversee'], when: 'askedByAnother' },
  reply: { from: [...open, 'suspended', 'resolved'], by: ['reporter', 'request.handle'] },
  askInfo: { from: working, to: 'needInfo', by: ['request.handle'], when: 'mayAsk' },
  extend: { from: working, by: ['request.handle'], when: 'mayExtend' },
  retier: { from: unsettled, by: ['request.handle', 'request.oversee'] },
  // From `suspended` it is renewed.
  suspend: { from: [...working, 'suspended'], to: 'suspended', by: ['request.oversee'], when: 'maySuspend' },
  resume: { from: ['suspended'], to: 'inProgress', by: ['request.oversee'] },
  object: { from: [...unsettled, 'resolved'], by: ['reporter'], when: 'lowered' },
  resolve: { from: [...working, 'reopened', 'needInfo'], to: 'resolved', by: ['request.handle'] },
  // To `reopened` instead when the answer is not `yes`.
  confirm: { from: ['resolved'], to: 'confirmed', by: ['reporter'], when: 'doneByAnother' },
  // To `accepted` when nobody has taken it on yet. It stays what it is, dealt with in another.
  merge: { from: open, by: ['request.handle'], when: 'mayMerge' },
  unmerge: { from: unsettled, by: ['request.handle', 'request.oversee'], when: 'isMerged' },
}

/** What can be done about a request that is dealt with in another; the rest is done there, or after taking it out. */
const whileMerged: readonly RequestMove[] = ['confirmDanger', 'reply', 'object', 'confirm', 'unmerge']

/** Who would make a move, when (ms), under which policy. */
export interface Occasion {
  at: number
  deadline: DeadlinePolicy
  /** The officer, for what nobody decides about themselves. */
  officerId?: string
}

type Condition =
  | 'doneByAnother'
  | 'mayMerge'
  | 'isMerged'
  | 'doubtedDanger'
  | 'mayAsk'
  | 'mayExtend'
  | 'askedByAnother'
  | 'maySuspend'
  | 'lowered'
  | 'objectedToAnother'

const conditions: Record<
  Condition,
  { holds: (request: Request, occasion: Occasion) => boolean; otherwise: string }
> = {
  doubtedDanger: {
    holds: ({ clocks }) => isRunning(clocks.danger),
    otherwise: '这件事已经有人判断过了，请下拉刷新看看。',
  },
  mayAsk: {
    holds: (request, { deadline }) => {
      const { pause } = deadline.tiers[request.tier]
      return !!pause && timesThisRound(request, 'infoAsked') < pause.times
    },
    otherwise: '不能再停下来等补充了，请直接打电话或上门问清楚。',
  },
  mayExtend: {
    holds: (request, { deadline, at }) => {
      const { extension } = deadline.tiers[request.tier]
      const { resolve } = request.clocks
      return (
        !!extension &&
        isRunning(resolve) &&
        at < resolve.dueAt &&
        (request.external?.due ?? Infinity) > resolve.dueAt &&
        (resolve.extensions?.length ?? 0) < extension.times &&
        !pendingExtension(request)
      )
    },
    otherwise: '现在不能申请延期：要在到期之前提，次数用完就不能再延了；热线定的时限，要向热线申请。',
  },
  askedByAnother: {
    holds: (request, { officerId }) => {
      const asked = pendingExtension(request)
      return !!asked && asked.by.officer?.officerId !== officerId
    },
    otherwise: '没有等您批的延期。自己申请的要由别人来批。',
  },
  maySuspend: {
    holds: (request, { deadline }) => {
      const { suspension } = deadline.tiers[request.tier]
      const { resolve } = request.clocks
      return (
        !!suspension &&
        (request.status === 'suspended' || !suspension.afterExtension || !!resolve?.extensions?.length)
      )
    },
    otherwise: '这件事还不能挂账，请先申请延期。',
  },
  doneByAnother: {
    holds: ({ events }, { officerId }) =>
      officerId === undefined ||
      events.filter(({ kind }) => kind === 'resolved').at(-1)?.by.officer?.officerId !== officerId,
    otherwise: '自己办的要由别人来确认。没人确认的话，到时间会按“没等到回复”结束。',
  },
  mayMerge: {
    holds: request => !request.merged?.length && !openObjection(request),
    otherwise: '已经有别的事并进了这一件，或者居民的意见还没答复，现在不能并。',
  },
  isMerged: {
    holds: ({ mergedInto }) => mergedInto !== undefined,
    otherwise: '这件事没有和别的事并在一起。',
  },
  lowered: {
    holds: request => !!unobjectedLowering(request),
    otherwise: '现在没有可以提意见的调整，或者您已经提过了。',
  },
  objectedToAnother: {
    holds: (request, { officerId }) => {
      const open = openObjection(request)
      return !!open && open.lowering.by.officer?.officerId !== officerId
    },
    otherwise: '没有等您答复的意见。自己调整的要由别人来答复。',
  },
}

/** Somebody looking at a request: its reporter, or an officer with these permissions on its areas. */
export interface Looking {
  as: readonly ('reporter' | Permission)[]
  occasion: Occasion
}

/** The moves open to somebody in the request's present state, in the order of the table. */
export const movesFor = (request: Request, { as, occasion }: Looking): RequestMove[] =>
  (Object.keys(moves) as RequestMove[]).filter(move => {
    const { from, by, when } = moves[move]
    return (
      from.includes(request.status) &&
      (!request.mergedInto || whileMerged.includes(move)) &&
      by.some(who => as.includes(who)) &&
      (!when || conditions[when].holds(request, occasion))
    )
  })

/** Throws `wrongState` when the move cannot be made now, saying why or what the state is. */
export const assertMove = (
  request: Request,
  move: RequestMove,
  { by, at }: { by: Actor; at: number },
  deadline: DeadlinePolicy,
): void => {
  const { from, when } = moves[move]
  if (!from.includes(request.status)) {
    throw new Refusal(
      'wrongState',
      `这件事现在是“${statusWords[request.status].resident}”，这一步办不了。请下拉刷新看看。`,
    )
  }
  if (request.mergedInto && !whileMerged.includes(move)) {
    throw new Refusal(
      'wrongState',
      `这件事和 ${request.mergedInto.no} 一起办。请到那一件里办，或者先分出来单独办。`,
    )
  }
  const occasion = { at, deadline, ...(by.officer && { officerId: by.officer.officerId }) }
  if (when && !conditions[when].holds(request, occasion)) {
    throw new Refusal('wrongState', conditions[when].otherwise)
  }
}
