import type { Call } from '../kernel/call'
import { people } from '../kernel/collections/people'
import { insert } from '../kernel/save'
import { newAccount } from './newAccount'

/** Accounts this instance knows to exist, by environment; forgotten when there are too many to remember. */
const known = new Set<string>()
const knownMost = 10_000

/**
 * Makes the caller's account when this is their first write. One operation at most and no reading first: an insert that
 * finds the account there leaves it as it is, and this instance then remembers.
 */
export const ensureAccount = async ({ caller, db, env, now }: Call): Promise<void> => {
  const key = `${env}:${caller.personId}`
  if (caller.exists || known.has(key)) return
  await insert(db, people, newAccount(caller, now))
  if (known.size >= knownMost) known.clear()
  known.add(key)
}
