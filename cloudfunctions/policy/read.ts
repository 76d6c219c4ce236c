import { policyKinds, type policyService } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { staffTierWords } from '../../domain/triage/tierPreset'
import type { Handler } from '../kernel/implement'
import { manager } from './manager'
import { policyOf } from './policyOf'

export const read: Handler<typeof policyService, 'read'> = async (call, { id }) => {
  await manager(call)
  const kind = policyKinds.find(one => one === id.split(':')[0])
  if (!kind) throw new Refusal('notFound', errorSentences.notFound)
  const [body, { policies }] = await Promise.all([policyOf(call.db, id), call.active()])
  return {
    id,
    kind,
    body: JSON.stringify(body, null, 1),
    tierWords: staffTierWords(policies.tiers),
  }
}
