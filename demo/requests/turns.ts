import type { DeadlineRules } from '../../domain/deadline/deadlinePolicy'
import type { Held } from '../../domain/area/roster'
import { answerInfo, askInfo } from '../../domain/request/askInfo'
import { decideExtension, extendRequest } from '../../domain/request/extendRequest'
import { type Doing, type OfficerDoing, replyToRequest } from '../../domain/request/handleRequest'
import type { Request } from '../../domain/request/request'
import { answerObjection, objectToTier } from '../../domain/request/objectToTier'
import { retierRequest } from '../../domain/request/retierRequest'
import { resumeRequest, suspendRequest } from '../../domain/request/suspendRequest'
import type { TierPreset } from '../../domain/triage/tierPreset'
import type { Turn } from './turn'

interface Around extends DeadlineRules {
  tiers: TierPreset
  posts: readonly Held[]
  overseers: readonly string[]
}

/** Who makes a move, and the domain's own decision about it. */
export const turns: Record<
  Turn['move'],
  {
    by: 'handler' | 'overseer' | 'reporter'
    decide: (request: Request, doing: OfficerDoing & Doing, turn: Turn, around: Around) => Request
  }
> = {
  tell: {
    by: 'handler',
    decide: (request, doing, { text }, around) =>
      replyToRequest(request, doing, { text, photos: [] }, around),
  },
  askInfo: {
    by: 'handler',
    decide: (request, doing, { text }, around) => askInfo(request, doing, text, around),
  },
  answerInfo: {
    by: 'reporter',
    decide: (request, doing, { text }, around) => answerInfo(request, doing, { text, photos: [] }, around),
  },
  extend: {
    by: 'handler',
    decide: (request, doing, { text }, around) => extendRequest(request, doing, text, around),
  },
  grantExtension: {
    by: 'overseer',
    decide: (request, doing, { text }, around) =>
      decideExtension(request, doing, { granted: true, text }, around),
  },
  refuseExtension: {
    by: 'overseer',
    decide: (request, doing, { text }, around) =>
      decideExtension(request, doing, { granted: false, text }, around),
  },
  suspend: {
    by: 'overseer',
    decide: (request, doing, { text }, around) => suspendRequest(request, doing, text, around),
  },
  resume: {
    by: 'overseer',
    decide: (request, doing, { text }, around) => resumeRequest(request, doing, text, around),
  },
  retier: {
    by: 'handler',
    decide: (request, doing, { text, tier, category }, around) =>
      retierRequest(request, doing, { text, ...(tier && { tier }), ...(category && { category }) }, around),
  },
  object: {
    by: 'reporter',
    decide: (request, doing, { text }, around) => objectToTier(request, doing, text, around),
  },
  upholdObjection: {
    by: 'overseer',
    decide: (request, doing, { text }, around) =>
      answerObjection(request, doing, { upheld: true, text }, around),
  },
  refuseObjection: {
    by: 'overseer',
    decide: (request, doing, { text }, around) =>
      answerObjection(request, doing, { upheld: false, text }, around),
  },
}
