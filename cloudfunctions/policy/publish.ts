import type { PolicyKind, policyService } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { activeId, builtIn } from '../../domain/policy/policies'
import {
  asPublished,
  assertPublishable,
  type PolicyAuthor,
  type PolicyDraft,
} from '../../domain/policy/policyDraft'
import { readPolicy } from '../../domain/policy/readPolicy'
import { withDraft } from '../../domain/policy/rehearsePolicy'
import { reviewPolicy } from '../../domain/policy/reviewPolicy'
import { forgetActive } from '../kernel/active'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { policies, type PolicyDocument } from '../kernel/collections/policies'
import { policyDrafts } from '../kernel/collections/policyDrafts'
import { pointers } from '../kernel/collections/pointers'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { insert, setFieldsWhere } from '../kernel/save'
import { manager } from './manager'
import { viewDraft } from './viewDraft'

/**
 * Three writes, each harmless when repeated: the policy under the next free number, the pointer, and the mark on the
 * draft. A call that broke off between them is finished by sending it again.
 */
export const publish: Handler<typeof policyService, 'publish'> = async (call, input) => {
  const { id, version, lostDangersRead = false, token } = input
  const by = await manager(call)
  const { db, now } = call
  const { street, policies: present } = await call.active()
  const [draft, pointer] = await Promise.all([db.read(policyDrafts, id), db.read(pointers, 'active')])
  if (!draft) throw new Refusal('notFound', errorSentences.notFound)
  if (draft.events.some(event => event.token === token)) return { draft: viewDraft(draft, street) }
  const { kind } = draft
  const current = activeId(pointer?.policies ?? {}, kind)
  const earlier = await publishedOf(call, kind)
  const begun = earlier.find(({ draftId }) => draftId === id)
  if (begun?._id !== current) {
    if (draft.version !== version)
      throw new Refusal('conflict', errorSentences.conflict, { current: { draft: viewDraft(draft, street) } })
    const policy = withDraft(present, kind, readPolicy(kind, draft.body, `${kind}:0`))
    assertPublishable({ ...draft, findings: reviewPolicy(kind, policy, [], now) }, current, lostDangersRead)
  }
  const published = begun?._id ?? (await claim(call, draft, by, earlier))
  await flip(call, kind, current, published)
  const saved = await change(db, policyDrafts, {
    id,
    token,
    permit: () => by,
    decide: found => asPublished(found, published, { by, at: now, token }),
  })
  return { draft: viewDraft(saved, street) }
}

const publishedOf = ({ db }: Call, kind: PolicyKind) =>
  db.find(policies, { where: { kind }, order: ['publishedAt', '-1'], limit: 100, without: ['body'] })

/** Writes the policy under the first number of its kind that no other draft has taken; its id. */
const claim = async (
  { db, now }: Call,
  draft: PolicyDraft,
  by: PolicyAuthor,
  earlier: readonly Pick<PolicyDocument, '_id'>[],
): Promise<string> => {
  const { _id: draftId, kind, body, note } = draft
  const taken = [...Object.keys(builtIn), ...earlier.map(({ _id }) => _id)]
    .filter(id => id.startsWith(`${kind}:`))
    .map(id => Number(id.slice(kind.length + 1)))
  for (let n = Math.max(...taken) + 1; ; n++) {
    const _id = `${kind}:${n}`
    const policy = readPolicy(kind, body, _id)
    const document = {
      _id,
      v: 1 as const,
      kind,
      body: policy,
      note,
      draftId,
      publishedAt: now,
      publishedBy: by,
    }
    if (await insert(db, policies, document)) return _id
    // The same draft, sent twice at once: the other call was faster.
    if ((await db.read(policies, _id))?.draftId === draftId) return _id
  }
}

/** Throws `conflict` when another policy came into force meanwhile. */
const flip = async ({ db, env }: Call, kind: PolicyKind, from: string, to: string) => {
  if (from === to) return
  const name = `policies.${kind}`
  const was = { _id: 'active', [name]: from }
  const flipped =
    (await setFieldsWhere(db, pointers, was, { [name]: to })) ||
    // Nothing was ever published of this kind: what ships with the product is in force.
    (await setFieldsWhere(db, pointers, { _id: 'active', [name]: _.exists(false) }, { [name]: to }))
  forgetActive(env)
  if (!flipped && (await db.read(pointers, 'active'))?.policies[kind] !== to)
    throw new Refusal('conflict', '刚刚有人发布了别的版本，请再试算一遍。')
}
