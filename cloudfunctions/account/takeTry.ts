import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { documentId } from '../../domain/id/documentId'
import { type ClaimTries, withTry } from '../../domain/roster/claimTries'
import type { Call } from '../kernel/call'
import { claimTries } from '../kernel/collections/claimTries'
import { insert, update } from '../kernel/save'

const attemptsMost = 5

/**
 * Counts a try before it is looked at, so that many at once are as many tries as one after the other. Kept in the database:
 * what is guarded here are the permissions of the staff, and an instance forgets. Throws `tooMany`, `busy`.
 */
export const takeTry = async ({ db, caller, now }: Call, token: string, code: string): Promise<void> => {
  const id = documentId('y', token, code)
  for (let attempt = 0; attempt < attemptsMost; attempt++) {
    const stored = await db.read(claimTries, caller.personId)
    const before: ClaimTries = stored ?? { _id: caller.personId, v: 1, rev: 1, events: [], tries: [] }
    const after = withTry(before, id, now)
    if (after === before) return
    if (stored ? await update(db, claimTries, before, after) : await insert(db, claimTries, after)) return
  }
  throw new Refusal('busy', errorSentences.busy)
}
