import { type accountService, type StaffPage, staffPages } from '../../contract/account'
import type { Permission } from '../../contract/permissions'
import { briefOf } from '../../domain/area/street'
import { inbox as inboxLines } from '../kernel/collections/inbox'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { pageOf, pageSize } from '../kernel/page'
import { shownPlaces } from './shownPlaces'

/** What a post must carry for a page of staff to be of use: somewhere, or on a whole street. */
const opens: Record<StaffPage, { permission: Permission; everywhere?: true }> = {
  policies: { permission: 'policy.manage', everywhere: true },
  plates: { permission: 'plate.manage' },
  imports: { permission: 'area.manage' },
}

export const inbox: Handler<typeof accountService, 'inbox'> = async (
  { active, caller, db, now },
  { cursor },
) => {
  const [{ street }, person, found] = await Promise.all([
    active(),
    caller.account(),
    db.find(inboxLines, {
      where: { personId: caller.personId, listKey: cursor ? _.lt(cursor) : _.gt('') },
      order: ['listKey', '-1'],
      limit: pageSize + 1,
    }),
  ])
  const { page, next } = pageOf(found, line => line.listKey)
  const grants = street.grants(caller.personId, now)
  const name = person?.name ?? street.roster.postsOfPerson(caller.personId)[0]?.name
  const roots = street.children().map(({ _id }) => _id)
  return {
    ...(name && { name }),
    mayOpen: staffPages.filter(name => {
      const { permission, everywhere } = opens[name]
      return grants.some(
        ({ areaId, permissions }) =>
          permissions.includes(permission) && (!everywhere || roots.includes(areaId)),
      )
    }),
    posts: grants.flatMap(({ kind, areaId }) => {
      const area = street.area(areaId)
      return area ? [{ post: street.postWords(kind), area: briefOf(area) }] : []
    }),
    places: shownPlaces(street, person),
    items: page.map(({ _id, at, text, link }) => ({
      id: _id,
      at,
      text,
      link,
      unread: at > (person?.seenAt ?? 0),
    })),
    ...(next && { next }),
  }
}
