import { forgetActive, recheckActive } from './active'
import type { Call } from './call'
import { pointers } from './collections/pointers'
import { setFieldsWhere } from './save'

// What is in force lives in the memory of every instance behind one pointer document. An edit inside the version in force
// goes: look at the pointer afresh, decide, write, then raise `touched`. Other instances look at the pointer once a minute
// and load anew. An import reads a whole version, writes the next one and flips the pointer only if neither `roster` nor
// `touched` has changed since it began to read: so an edit is either in what it read or makes it begin anew. The other way
// round, an edit that finds another version at its end was made in an old one, and is made again.

/** Looks at the pointer now instead of within the minute: for whoever decides about the roster. */
export const freshActive = async (call: Call) => {
  recheckActive(call.env)
  return call.active()
}

/**
 * Tells every instance that its memory of the roster is old. With `version`: `false`, and nothing is told, when another
 * version of posts and officers is in force by now.
 */
export const touchRoster = async (
  { db, env }: Pick<Call, 'db' | 'env'>,
  version?: number,
): Promise<boolean> => {
  const inForce = { _id: 'active', ...(version !== undefined && { roster: version }) }
  const told = await setFieldsWhere(db, pointers, inForce, {}, 'touched')
  forgetActive(env)
  return told
}
