import { policyKinds, type policyService } from '../../contract/policy'
import { missingYear } from '../../domain/deadline/missingYear'
import { activeId, builtIn } from '../../domain/policy/policies'
import { policies } from '../kernel/collections/policies'
import { policyDrafts } from '../kernel/collections/policyDrafts'
import type { Handler } from '../kernel/implement'
import { manager } from './manager'
import { authorOf, viewDraft } from './viewDraft'

/** Drafts shown: those of a street's last months. */
const draftsMost = 20

export const list: Handler<typeof policyService, 'list'> = async (call, _input) => {
  await manager(call)
  const { db, now } = call
  const { street, policies: present, pointers } = await call.active()
  const [drafts, ...published] = await Promise.all([
    db.find(policyDrafts, { where: {}, order: ['listKey', '-1'], limit: draftsMost, without: ['body'] }),
    ...policyKinds.map(kind =>
      db.find(policies, { where: { kind }, order: ['publishedAt', '-1'], limit: 100, without: ['body'] }),
    ),
  ])
  const year = missingYear(present, now)
  return {
    kinds: policyKinds.map((kind, n) => ({
      kind,
      active: activeId(pointers?.policies ?? {}, kind),
      versions: [
        ...(published[n] ?? []).map(({ _id, publishedAt, publishedBy, note }) => ({
          id: _id,
          at: publishedAt,
          by: authorOf(publishedBy, street),
          note,
        })),
        ...Object.keys(builtIn)
          .filter(id => id.startsWith(`${kind}:`))
          .reverse()
          .map(id => ({ id })),
      ],
    })),
    drafts: drafts.map(draft => viewDraft(draft, street)),
    ...(year !== undefined && { missingYear: year }),
  }
}
