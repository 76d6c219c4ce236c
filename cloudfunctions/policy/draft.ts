import type { policyService } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { policyDrafts } from '../kernel/collections/policyDrafts'
import type { Handler } from '../kernel/implement'
import { manager } from './manager'
import { viewDraft } from './viewDraft'

export const draft: Handler<typeof policyService, 'draft'> = async (call, { id }) => {
  await manager(call)
  const found = await call.db.read(policyDrafts, id)
  if (!found) throw new Refusal('notFound', errorSentences.notFound)
  return { draft: viewDraft(found, (await call.active()).street) }
}
