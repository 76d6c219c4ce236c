import type { Person } from '../../domain/account/post'
import type { Call } from '../kernel/call'
import { people } from '../kernel/collections/people'
import { insert, setFields } from '../kernel/save'
import { newAccount } from './newAccount'

/** Sets fields of the caller's own account, removes undefined ones; it is made when this is their first write. */
export const saveAccount = async (
  { caller, db, now }: Call,
  fields: Partial<Pick<Person, 'homeGridId' | 'homeBuilding' | 'places' | 'moves' | 'seenAt'>>,
): Promise<void> => {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const made =
    !(await caller.account()) && (await insert(db, people, { ...newAccount(caller, now), ...given }))
  if (!made) await setFields(db, people, caller.personId, fields)
}
