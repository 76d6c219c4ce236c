import { policyKinds, type policyService } from '../../contract/policy'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { Handler } from '../kernel/implement'
import { manager } from './manager'
import { policyOf } from './policyOf'

export const read: Handler<typeof policyService, 'read'> = async (call, { id }) => {
  await manager(call)
  const kind = policyKinds.find(one => one === id.split(':')[0])
  if (!kind) throw new Refusal('notFound', errorSentences.notFound)
  return { id, kind, body: JSON.stringify(await policyOf(call.db, id), null, 1) }
}
