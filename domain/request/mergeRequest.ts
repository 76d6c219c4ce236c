import { Refusal } from '../../contract/refusal'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import type { OfficerDoing } from './handleRequest'
import { reporterOf } from './households'
import { assertMove, moves, unsettled } from './lifeCycle'
import type { Actor, Effect, Request } from './request'
import { stop } from './stop'

// 并案. A merged request keeps its own thread, its own clocks and its own reporter, who confirms for themselves:
// - Merging moves no deadline. What is late stays late and is told upwards, whatever it was merged into; more time and
//   setting aside (挂账) are decided about one request and never passed on.
// - What is done to the main request is done to each merged one too (`passOn`): accepted, resolved, opened again, and the
//   words that an officer sends to everybody.
// - A request that others are merged into is not merged itself, so there are no circles and no chains.

/**
 * An officer lets a request be dealt with in another, and so takes it on. `main` is that other as it is now; it hears of
 * this by an effect. Throws `wrongState` (with what is in the way), `historyFull`.
 */
export const mergeRequest = (
  request: Request,
  doing: OfficerDoing,
  { main, text }: { main: Request; text: string },
  { deadline }: DeadlineRules,
): Request => {
  assertMove(request, 'merge', doing, deadline)
  assertCanTake(main, request)
  const isNew = moves.accept.from.includes(request.status)
  const { officer, personId } = doing.by
  const taken: Request = isNew
    ? {
        ...request,
        assignee: { ...officer, ...(personId && { personId }), since: doing.at },
        clocks: stop(request.clocks, ['accept'], doing.at),
      }
    : request
  return appendEvent(
    { ...taken, mergedInto: { id: main._id, no: main.no } },
    { ...doing, kind: 'merged', to: isNew ? 'accepted' : request.status, text },
    [
      ...tell(request, [request.reporterId], `您反映的事和邻居的同一件事一起办，办完会告诉您：${request.no}`),
      { id: `${request.events.length}-takeIn`, kind: 'takeIn', into: main._id },
    ],
  )
}

/** An officer takes it out again: it goes on by itself, with its clocks as they ran all the time. Throws `wrongState`, `historyFull`. */
export const unmergeRequest = (
  request: Request,
  doing: OfficerDoing,
  text: string,
  { deadline }: DeadlineRules,
): Request => {
  assertMove(request, 'unmerge', doing, deadline)
  return release(request, { ...doing, text })
}

/** The request by itself again, with the event that says who did it and why. */
export const release = (
  request: Request,
  { by, at, token, text }: { by: Actor; at: number; token?: string; text: string },
): Request =>
  appendEvent(
    { ...request, mergedInto: undefined },
    { by, at, ...(token && { token }), kind: 'unmerged', to: request.status, text },
    [
      ...tell(request, [request.reporterId, request.assignee?.personId], `这件事改为单独办：${request.no}`),
      ...letGoEffect(request),
    ],
  )

/** Tells the main request that this one is no longer dealt with in it. */
export const letGoEffect = ({ events, mergedInto }: Request): Effect[] =>
  mergedInto ? [{ id: `${events.length}-letGo`, kind: 'letGo', from: mergedInto.id }] : []

/** What the main request hears: one more is dealt with in it. Unchanged when it knows. Throws `wrongState`, `historyFull`. */
export const takeIn = (main: Request, merged: Request, at: number): Request => {
  if (main.merged?.some(({ id }) => id === merged._id)) return main
  assertCanTake(main, merged)
  const by = merged.events.filter(({ kind }) => kind === 'merged').at(-1)?.by ?? { kind: 'system' as const }
  return appendEvent(withMerged(main, merged), { kind: 'tookIn', at, by, text: merged.no }, [])
}

/** What the main request hears when one leaves. Unchanged when it is not there. Throws `historyFull`. */
export const letGo = (main: Request, id: string, at: number): Request => {
  const left = main.merged?.find(merged => merged.id === id)
  if (!left) return main
  return appendEvent(
    withoutMerged(main, id),
    { kind: 'letGo', at, by: { kind: 'system' }, text: left.no },
    [],
  )
}

/** The main request with one more in it. */
export const withMerged = (main: Request, request: Request): Request => ({
  ...main,
  merged: [...(main.merged ?? []), { id: request._id, no: request.no, reporterId: reporterOf(request) }],
})

/** The main request with one less in it. */
export const withoutMerged = (main: Request, id: string): Request => {
  const rest = main.merged?.filter(merged => merged.id !== id)
  return { ...main, merged: rest?.length ? rest : undefined }
}

/** Throws `wrongState` when a request cannot be dealt with in another, saying why. */
export const assertCanTake = (main: Request, request: Request): void => {
  const hindrance = hindrances.find(({ holds }) => holds(main, request))
  if (hindrance) throw new Refusal('wrongState', hindrance.say)
}

const hindrances: { holds: (main: Request, request: Request) => boolean; say: string }[] = [
  { holds: (main, request) => main._id === request._id, say: '不能并到它自己里，请选另一件。' },
  {
    holds: ({ mergedInto }) => mergedInto !== undefined,
    say: '那件事已经并到别的事里了，请直接并到主件。',
  },
  { holds: (_, { merged }) => !!merged?.length, say: '已经有别的事并进了这一件，请把另一件并过来。' },
  {
    holds: ({ status }) => !unsettled.some(one => one === status),
    say: '那件事已经办结，不能再并进去。',
  },
  {
    holds: (main, request) => request.tier === 'A' && main.tier !== 'A',
    say: '急事不能并到不急的事里。要并，先把另一件改为急事。',
  },
  {
    holds: (main, request) => main.triage.aboutStaff !== request.triage.aboutStaff,
    say: '反映工作人员的事要单独办，不能和别的事并在一起。',
  },
]
