import type { Manner, Milestone } from '../../contract/requestTerms'
import { startClock } from '../deadline/clock'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import { appendEvent } from './appendEvent'
import { keepPhotos, tell } from './effects'
import { assertMove } from './lifeCycle'
import type { Actor, Officer, Request, StoredPhoto } from './request'
import { officerClocks, stop } from './stop'

/** One call of one person: who, when (ms) and with which token. */
export interface Doing {
  by: Actor
  at: number
  token: string
}

/** One call of one officer. */
export type OfficerDoing = Doing & { by: { officer: Officer } }

/** An officer takes it on and becomes the one who has it. Throws `wrongState`, `historyFull`. */
export const acceptRequest = (
  request: Request,
  doing: OfficerDoing,
  { deadline }: DeadlineRules,
): Request => {
  assertMove(request, 'accept', doing, deadline)
  const { officer, personId } = doing.by
  const assignee = { ...officer, ...(personId && { personId }), since: doing.at }
  return appendEvent(
    { ...request, assignee, clocks: stop(request.clocks, ['accept'], doing.at) },
    { ...doing, kind: 'accepted', to: 'accepted' },
    tell(request, [request.reporterId], `您反映的事已受理，由${officer.name}来办：${request.no}`),
  )
}

/**
 * A word from either side. An officer's first stops the reply clock and starts the work, and each starts the time to the
 * next one anew; the state is otherwise untouched, so it never collides with what others do. `reached` stops the clocks
 * of what it reports. Throws `wrongState`, `historyFull`.
 */
export const replyToRequest = (
  request: Request,
  doing: Doing,
  said: { text: string; photos: StoredPhoto[]; reached?: Milestone; toMerged?: boolean },
  rules: DeadlineRules,
): Request => {
  assertMove(request, 'reply', doing, rules.deadline)
  const officer = doing.by.kind === 'officer'
  const starts = officer && request.status === 'accepted'
  return appendEvent(
    officer ? { ...request, clocks: afterWord(request, doing.at, rules, said.reached) } : request,
    {
      ...doing,
      kind: 'replied',
      text: said.text,
      photos: said.photos,
      ...(officer && said.reached && { reached: said.reached }),
      ...(officer && said.toMerged && request.merged && { toMerged: true as const }),
      ...(starts && { to: 'inProgress' as const }),
    },
    [
      ...tell(
        request,
        officer ? [request.reporterId] : [request.assignee?.personId],
        officer ? `您反映的事有新回复：${request.no}` : `居民有新的补充：${request.no}`,
      ),
      ...keepPhotos(said.photos),
    ],
  )
}

/** An officer says it is done; the reporter's confirm clock starts. Throws `wrongState`, `historyFull`. */
export const resolveRequest = (
  request: Request,
  doing: Doing,
  done: { text: string; photos: StoredPhoto[]; manner: Manner },
  { deadline, calendar }: DeadlineRules,
): Request => {
  assertMove(request, 'resolve', doing, deadline)
  const worked = [...officerClocks.filter(name => name !== 'objection'), 'answer' as const]
  const confirm = startClock(
    deadline.tiers[request.tier].confirm,
    doing.at,
    calendar.forAreas(request.areaIds),
  )
  return appendEvent(
    { ...request, clocks: { ...stop(request.clocks, worked, doing.at), confirm } },
    { ...doing, kind: 'resolved', to: 'resolved', ...done },
    [
      ...tell(request, [request.reporterId], `您反映的事办好了，请您看看：${request.no}`),
      ...keepPhotos(done.photos),
    ],
  )
}

/** The clocks after an officer spoke: the first word is said, the next one is owed a while from now. */
export const afterWord = (
  { tier, clocks, areaIds }: Request,
  at: number,
  { deadline, calendar }: DeadlineRules,
  reached?: Milestone,
): Request['clocks'] => {
  const { progress } = deadline.tiers[tier]
  const open = clocks.progress && clocks.progress.doneAt === undefined
  const stopped = stop(
    clocks,
    // Who has the danger in hand is there.
    ['reply', ...(reached ? ['onSite' as const] : []), ...(reached === 'controlled' ? [reached] : [])],
    at,
  )
  return progress && open
    ? { ...stopped, progress: startClock(progress, at, calendar.forAreas(areaIds)) }
    : stopped
}
