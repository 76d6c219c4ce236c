import type { Manner } from '../../contract/request'
import type { Clock } from '../deadline/clocks'
import { appendEvent } from './appendEvent'
import { keepPhotos, tell } from './effects'
import { assertMove } from './lifeCycle'
import type { Actor, Officer, Request, StoredPhoto } from './request'

/** One call of one person: who, when (ms) and with which token. */
export interface Doing {
  by: Actor
  at: number
  token: string
}

/** One call of one officer. */
export type OfficerDoing = Doing & { by: { officer: Officer } }

/** An officer takes it on and becomes the one who has it. Throws `wrongState`, `historyFull`. */
export const acceptRequest = (request: Request, doing: OfficerDoing): Request => {
  assertMove(request, 'accept')
  const { officer, personId } = doing.by
  const assignee = { ...officer, ...(personId && { personId }), since: doing.at }
  return appendEvent(
    { ...request, assignee, clocks: stop(request.clocks, ['accept'], doing.at) },
    { ...doing, kind: 'accepted', to: 'accepted' },
    tell(request, [request.reporterId], `您反映的事已受理，由${officer.name}来办：${request.no}`),
  )
}

/**
 * A word from either side. An officer's first stops the reply clock and starts the work; the state is otherwise
 * untouched, so it never collides with what others do. Throws `wrongState`, `historyFull`.
 */
export const replyToRequest = (
  request: Request,
  doing: Doing,
  said: { text: string; photos: StoredPhoto[] },
): Request => {
  assertMove(request, 'reply')
  const officer = doing.by.kind === 'officer'
  const starts = officer && request.status === 'accepted'
  return appendEvent(
    officer ? { ...request, clocks: stop(request.clocks, ['reply'], doing.at) } : request,
    { ...doing, kind: 'replied', ...said, ...(starts && { to: 'inProgress' as const }) },
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
  confirm: Clock,
): Request => {
  assertMove(request, 'resolve')
  return appendEvent(
    { ...request, clocks: { ...stop(request.clocks, ['accept', 'reply', 'resolve'], doing.at), confirm } },
    { ...doing, kind: 'resolved', to: 'resolved', ...done },
    [
      ...tell(request, [request.reporterId], `您反映的事办好了，请您看看：${request.no}`),
      ...keepPhotos(done.photos),
    ],
  )
}

/** The clocks with these, where they run, stopped at `at` (ms). */
export const stop = (
  clocks: Request['clocks'],
  names: (keyof Request['clocks'])[],
  at: number,
): Request['clocks'] => {
  const stopped = { ...clocks }
  for (const name of names) {
    const clock = clocks[name]
    if (clock && clock.doneAt === undefined) stopped[name] = { ...clock, doneAt: at }
  }
  return stopped
}
