import { versionedId } from '../../domain/version/versioned'
import { officers } from '../kernel/collections/officers'
import { posts } from '../kernel/collections/posts'
import type { Database } from '../kernel/database'
import { readVersion } from '../kernel/readVersion'
import { setFieldsWhere } from '../kernel/save'

/** Officers who have opened the app since a version was left stay bound to their accounts when it comes back. */
export const carryAccounts = async (db: Database, from: number, to: number): Promise<void> => {
  for (const collection of [posts, officers] as const) {
    const [later, earlier] = await Promise.all([
      readVersion<{ _id: string; personId?: string }>(db, collection as never, from),
      readVersion<{ _id: string; personId?: string }>(db, collection as never, to),
    ])
    const personOf = new Map(later.map(({ _id, personId }) => [_id, personId]))
    for (const { _id, personId } of earlier) {
      const bound = personOf.get(_id)
      if (bound === undefined || bound === personId) continue
      await setFieldsWhere(db, collection as never, { _id: versionedId(_id, to) }, { personId: bound })
    }
  }
}
