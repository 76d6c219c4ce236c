import type { policyService } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import { documentId } from '../../domain/id/documentId'
import { activeId } from '../../domain/policy/policies'
import { newDraft } from '../../domain/policy/policyDraft'
import { readPolicy } from '../../domain/policy/readPolicy'
import { withDraft } from '../../domain/policy/rehearsePolicy'
import { reviewPolicy } from '../../domain/policy/reviewPolicy'
import { policyDrafts } from '../kernel/collections/policyDrafts'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { insert } from '../kernel/save'
import { manager } from './manager'
import { policyOf } from './policyOf'
import { viewDraft } from './viewDraft'

export const saveDraft: Handler<typeof policyService, 'saveDraft'> = async (call, input) => {
  const by = await manager(call)
  const { db, now } = call
  const { kind, from, note, token } = input
  limitRate(call, 'saveDraft', token)
  const { street, policies, pointers } = await call.active()
  const body = input.body ?? JSON.stringify(await earlier(call, kind, from))
  const id = documentId('d', by.personId, token)
  const policy = readPolicy(kind, body, `${kind}:0`)
  const findings = reviewPolicy(kind, withDraft(policies, kind, policy), [], now)
  const basedOn = activeId(pointers?.policies ?? {}, kind)
  const draft = newDraft(id, { kind, basedOn, body, note, findings }, { by, at: now, token })
  const isNew = await insert(db, policyDrafts, draft)
  const kept = isNew ? draft : ((await db.read(policyDrafts, id)) ?? draft)
  return { draft: viewDraft(kept, street) }
}

const earlier = async ({ db }: Parameters<typeof saveDraft>[0], kind: string, from: string | undefined) => {
  if (from?.split(':')[0] !== kind)
    throw new Refusal('invalid', '请附上规则的内容，或者选一个以前的版本。', { field: 'body' })
  return policyOf(db, from)
}
