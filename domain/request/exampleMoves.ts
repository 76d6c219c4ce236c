import type { RequestMove, Solved } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import type { Post } from '../account/post'
import { hour } from '../time/china'
import { answerInfo, askInfo } from './askInfo'
import { confirmRequest } from './confirmRequest'
import { exampleOfficer, exampleRequest, exampleRules } from './exampleRequest'
import { decideExtension, extendRequest } from './extendRequest'
import { acceptRequest, replyToRequest, resolveRequest } from './handleRequest'
import { movesFor } from './lifeCycle'
import { mergeRequest, unmergeRequest } from './mergeRequest'
import type { Officer, Request } from './request'
import { confirmDanger } from './confirmDanger'
import { answerObjection, objectToTier } from './objectToTier'
import { retierRequest } from './retierRequest'
import { resumeRequest, suspendRequest } from './suspendRequest'
import { wakeRequest } from './wakeRequest'

const chen: Officer = exampleOfficer
/** Somebody of the community, for tests. */
export const wang: Officer = { officerId: 'o-wang', name: '王敏', post: 'communityDuty', areaId: 'c-1' }
/** A grid member, somebody of the community and somebody of the street, for tests. */
export const posts = [
  { ...chen, kind: 'gridMember', personId: 'p-chen' },
  { ...wang, kind: 'communityDuty', personId: 'p-wang' },
  { officerId: 'o-liu', name: '刘洋', areaId: 's-1', kind: 'streetDuty', personId: 'p-liu' },
].map((post, n) => ({ ...post, _id: `q-${n}`, v: 1, from: 0 })) as unknown as Post[]
/** The rules that ship with the code, and those people, for tests. */
export const around = { ...exampleRules, posts, overseers: ['p-wang', 'p-liu'] }

/** Who makes moves in tests. */
export const by = {
  chen: { kind: 'officer' as const, personId: 'p-chen', officer: chen },
  wang: { kind: 'officer' as const, personId: 'p-wang', officer: wang },
  zhang: { kind: 'reporter' as const, personId: 'p-zhang' },
}

/** One move, or a wait, that a test makes. */
export interface Step {
  move: RequestMove | 'wait'
  hours: number
  solved: Solved
  tier: Tier
  yes: boolean
}

/** Who makes which move: the grid member the work, the community what is decided about it, the reporter the rest. */
const actor: Record<RequestMove, keyof typeof by> = {
  ...{ confirmDanger: 'wang', accept: 'chen', answerInfo: 'zhang', answerObjection: 'wang' },
  ...{ decideExtension: 'wang', reply: 'chen', askInfo: 'chen', extend: 'chen', retier: 'chen' },
  ...{ suspend: 'wang', resume: 'wang', object: 'zhang', resolve: 'chen', confirm: 'zhang' },
  ...{ merge: 'chen', unmerge: 'wang' },
}

/** Danger takes in whatever there is. */
const main = exampleRequest({ id: 'r-main', reporterId: 'p-li' }, { tier: 'A' })

/** The request after one step at `at` (ms), the `n`-th of its walk. Throws what the move throws. */
export const take = (request: Request, { move, solved, tier, yes }: Step, at: number, n: number): Request => {
  const token = String(n).padStart(32, '0')
  const doing = {
    chen: { by: by.chen, at, token },
    wang: { by: by.wang, at, token },
    zhang: { by: by.zhang, at, token },
  }
  const text = '还闪'
  switch (move) {
    case 'accept':
      return acceptRequest(request, doing.chen, around)
    case 'reply':
      return replyToRequest(request, doing.chen, { text, photos: [] }, around)
    case 'resolve':
      return resolveRequest(request, doing.chen, { text, photos: [], manner: 'help' }, around)
    case 'confirm':
      return confirmRequest(request, doing.zhang, { solved, satisfaction: 'good', text }, around)
    case 'confirmDanger':
      return confirmDanger(request, doing.wang, around)
    case 'askInfo':
      return askInfo(request, doing.chen, text, around)
    case 'answerInfo':
      return answerInfo(request, doing.zhang, { text, photos: [] }, around)
    case 'extend':
      return extendRequest(request, doing.chen, text, around)
    case 'decideExtension':
      return decideExtension(request, doing.wang, { granted: yes, text }, around)
    case 'suspend':
      return suspendRequest(request, doing.wang, text, around)
    case 'resume':
      return resumeRequest(request, doing.wang, text, around)
    case 'retier':
      return retierRequest(
        request,
        doing.chen,
        { tier, text, ...(tier === request.tier && { category: yes ? 'water' : 'estate' }) },
        around,
      )
    case 'object':
      return objectToTier(request, doing.zhang, text, around)
    case 'answerObjection':
      return answerObjection(request, doing.wang, { upheld: yes, text }, around)
    case 'merge':
      return mergeRequest(request, doing.chen, { main, text }, around)
    case 'unmerge':
      return unmergeRequest(request, doing.wang, text, around)
    case 'wait':
      return wakeRequest(request, at, around)
  }
}

/** A step with what it needs, unless told otherwise. */
export const step = (move: Step['move'], more: Partial<Step> = {}): Step => ({
  ...{ move, hours: 0, solved: 'yes', tier: 'B', yes: true },
  ...more,
})
/** The request after these moves, an hour apart. */
export const after = (first: Request, ...taken: Step[]): Request =>
  taken.reduce((request, one, n) => take(request, one, first.createdAt + (n + 1) * hour, n), first)

/** Whether the screen of whoever makes this move in tests offers it at `at` (ms). */
export const offered = (request: Request, move: RequestMove, at: number): boolean => {
  const who = by[actor[move]]
  const officerId = 'officer' in who ? who.officer.officerId : undefined
  return movesFor(request, {
    as: officerId ? ['request.handle', 'request.oversee'] : ['reporter'],
    occasion: { at, deadline: around.deadline, ...(officerId && { officerId }) },
  }).includes(move)
}
