import type { policyService } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { staffTierWords } from '../../domain/triage/tierPreset'
import { policyDrafts } from '../kernel/collections/policyDrafts'
import type { Handler } from '../kernel/implement'
import { manager } from './manager'
import { authorOf, viewDraft } from './viewDraft'

export const draft: Handler<typeof policyService, 'draft'> = async (call, { id, withBody }) => {
  const you = await manager(call)
  const [found, { street, policies }] = await Promise.all([call.db.read(policyDrafts, id), call.active()])
  if (!found) throw new Refusal('notFound', errorSentences.notFound)
  return {
    draft: viewDraft(found, street),
    ...(withBody && { body: found.body }),
    you: authorOf(you, street),
    tierWords: staffTierWords(policies.tiers),
  }
}
