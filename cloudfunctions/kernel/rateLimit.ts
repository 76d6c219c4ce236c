import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { Call } from './call'

/** At most this many different calls of one kind for one person within the window. */
const callsMost = 20
/** ms */
const windowLength = 10 * 60_000

const recent = new Map<string, Map<string, number>>()

/**
 * A brake on floods, held in the memory of the instance: a wall would cost a database operation in every call, and one
 * warm instance serves a street. The same `id` again (a retry) never counts. Throws `tooMany`.
 */
export const limitRate = (
  { env, caller, now }: Pick<Call, 'env' | 'now'> & { caller: { personId: string } },
  kind: string,
  id: string,
): void => {
  const key = `${env}:${kind}:${caller.personId}`
  const calls = new Map([...(recent.get(key) ?? [])].filter(([, at]) => now - at < windowLength))
  if (!calls.has(id) && calls.size >= callsMost) throw new Refusal('tooMany', errorSentences.tooMany)
  calls.set(id, now)
  recent.set(key, calls)
  // Forget people who went away, before the map grows with everyone who ever came.
  if (recent.size > 5000) recent.delete(recent.keys().next().value as string)
}
