import { requestId } from './ids'
import { uploadedFiles } from './photo'
import { note } from './requestTerms'
import { requestMove } from './requestMove'
import { requestAnswer } from './requestView'
import { mutation } from './service'
import * as z from './zod'

/** Moves about the time a request may take. */
export const requestTimes = {
  /** The officer needs to know more: the reporter's turn, and the time to resolve stands still until the answer. */
  askInfo: requestMove('request.handle', { text: note }),
  /** The reporter's answer, or what the officer heard from them by telephone; the clock runs on. */
  answerInfo: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, text: note, photos: uploadedFiles },
    output: requestAnswer,
    errors: ['wrongState', 'historyFull', 'tooMany'],
  }),
  /** The officer needs more time and says why; given at once, or decided by another where the policy says so. */
  extend: requestMove('request.handle', { text: note }),
  /** Somebody else who oversees the area grants more time or does not. */
  decideExtension: requestMove('request.oversee', { granted: z.boolean(), text: note }),
  /** 挂账: it cannot be done for now, for a reason everyone may know; it is looked at again in a while. Also renews. */
  suspend: requestMove('request.oversee', { text: note }),
  /** What was set aside is taken up again, under a fresh clock. */
  resume: requestMove('request.oversee', { text: note }),
}
