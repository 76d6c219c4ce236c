import { type ClockName, clockNames } from '../../contract/requestTerms'
import type { Held } from '../area/roster'
import { type Clock, type Step, startClock, stepsOf, stepsToCome } from '../deadline/clock'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import { recountAssumed } from '../deadline/moveClock'
import { appendEvent } from './appendEvent'
import { endWait } from './askInfo'
import { tell } from './effects'
import { highestOf, peopleAt } from './ladder'
import type { Actor, Request, RequestEvent } from './request'
import { withKeys } from './requestKeys'
import { officerClocks, stop } from './stop'

/** What the passing of time needs to know: the posts in term on the request's areas, and the rules in force. */
export interface Around extends DeadlineRules {
  posts: readonly Held[]
}

interface Passed extends Around {
  now: number
  name: ClockName
  clock: Clock
  /** Steps whose time has come and that were not done; never empty. */
  steps: readonly Step[]
}

const system: Actor = { kind: 'system' }

/**
 * What the passing of time does to a request: the warnings of its clocks, the word to those above when one has run out,
 * and the end of waiting for a reporter who says nothing. However late it comes, each step of each clock is done once;
 * of several that have passed only the last speaks, to everybody the others would have told. Gives the request
 * unchanged (the same object) when nothing is due.
 */
export const wakeRequest = (request: Request, now: number, around: Around): Request =>
  wakeOrder.reduce((current, name) => wakeClock(current, name, now, around), recounted(request, now, around))

/** The wait for the reporter first: its end sets paused clocks going again, and their steps may have come by now too. */
const wakeOrder: readonly ClockName[] = ['answer', ...clockNames.filter(name => name !== 'answer')]

const wakeClock = (request: Request, name: ClockName, now: number, around: Around): Request => {
  const clock = request.clocks[name]
  const steps = stepsToCome(clock).filter(({ at }) => at <= now)
  if (!clock || !steps.length) return request
  const passed: Passed = { ...around, now, name, clock, steps }
  const out = steps.some(({ share }) => share === 1)
  return ((out && whenOut[name]) || speak)(request, passed)
}

/** What the end of a clock does besides being told; the others are marked overdue. */
const whenOut: Partial<Record<ClockName, (request: Request, passed: Passed) => Request>> = {
  confirm: (request, passed) => (passed.clock.callback ? callBack(request, passed) : close(request, passed)),
  answer: (request, passed) =>
    appendEvent(
      endWait(request, passed.now, passed),
      { by: system, at: passed.now, clock: 'answer', kind: 'infoMissed', to: 'inProgress' },
      tell(request, whom(request, passed), `没等到补充，按现有情况接着办：${request.no}`),
    ),
}

const words: Record<ClockName, string> = {
  accept: '受理',
  danger: '确认险情',
  reply: '回复',
  onSite: '到场',
  controlled: '控制险情',
  resolve: '办结',
  progress: '说说进展',
  review: '挂账复查',
  objection: '答复居民意见',
  answer: '补充',
  confirm: '居民确认',
}

const speak = (request: Request, passed: Passed): Request => {
  const { name, now, steps } = passed
  const out = steps.some(({ share }) => share === 1)
  const late = (steps.at(-1)?.share ?? 0) >= 1
  const told = whom(request, passed)
  const whoHeard = toldWords(told, request, passed)
  const [kind, said]: [RequestEvent['kind'], string] = out
    ? ['overdue', `超过了${words[name]}时限，${whoHeard}。`]
    : late
      ? ['escalated', `${words[name]}还没有做到，${whoHeard}。`]
      : ['warned', `${words[name]}时限快到了，${whoHeard}。`]
  return appendEvent(
    { ...request, clocks: { ...request.clocks, [name]: done(passed) } },
    { by: system, at: now, clock: name, kind, text: said },
    told.length
      ? tell(
          request,
          told,
          late ? `已超过${words[name]}时限：${request.no}` : `${words[name]}时限快到了：${request.no}`,
        )
      : // Not one of them has the app: then she has to know, who can still use the telephone.
        tell(
          request,
          late ? [request.reporterId] : [],
          `这件事超过了时限，现在没有工作人员收得到提醒，请打值班电话：${request.no}`,
        ),
  )
}

/** Silence about danger is not the end of it: somebody telephones, and she is waited for once more. */
const callBack = (request: Request, passed: Passed): Request => {
  const { deadline, calendar, now, name } = passed
  const { callback: _, ...again } = startClock(
    deadline.tiers[request.tier].confirm,
    now,
    calendar.forAreas(request.areaIds),
  )
  return appendEvent(
    { ...request, clocks: { ...request.clocks, confirm: again } },
    { by: system, at: now, clock: name, kind: 'callbackDue' },
    tell(request, whom(request, passed), `还没等到居民确认，请打电话问问：${request.no}`),
  )
}

const close = (request: Request, { now, name }: Passed): Request =>
  appendEvent(
    { ...request, clocks: stop(request.clocks, [...officerClocks, 'confirm'], now) },
    { by: system, at: now, clock: name, kind: 'closedNoAnswer', to: 'closedNoAnswer' },
    tell(
      request,
      [request.reporterId],
      `没等到您的回复，这件事先结束了：${request.no}。还没办好可以再反映。`,
    ),
  )

/** The clock with its passed steps done. */
const done = ({ clock, steps, now }: Passed): Clock => {
  const out = steps.some(({ share }) => share === 1) && { overdueAt: now }
  return clock.steps
    ? {
        ...clock,
        ...out,
        steps: stepsOf(clock).map(step => (steps.includes(step) ? { ...step, doneAt: now } : step)),
      }
    : { ...clock, ...(clock.warnAt !== undefined && { warnedAt: now }), ...out }
}

const whom = (request: Request, { steps, posts }: Passed): string[] =>
  peopleAt(
    steps.flatMap(step => step.tell),
    request,
    posts,
  )

/** Who was told in fact, not who should have been. */
const toldWords = (told: readonly string[], { reporterId }: Request, { steps, posts }: Passed): string => {
  const level = highestOf(told, posts)
  if (level) return level === 'street' ? '已报给街道' : '已报给社区'
  if (!told.length) return '现在没有工作人员收得到提醒'
  const isReporter =
    steps.some(({ tell: asked }) => asked.includes('reporter')) && told.every(id => id === reporterId)
  return isReporter ? '已提醒您' : '已提醒经办人'
}

/** Clocks that reach into a year whose holidays were published since are counted anew. */
const recounted = (request: Request, now: number, { calendar }: DeadlineRules): Request => {
  const by = calendar.forAreas(request.areaIds)
  const clocks = { ...request.clocks }
  let changed = false
  for (const name of clockNames) {
    const clock = clocks[name]
    const again = clock && recountAssumed(clock, now, by)
    if (!again || again === clock) continue
    clocks[name] = again
    changed = true
  }
  return changed ? withKeys({ ...request, clocks }) : request
}
