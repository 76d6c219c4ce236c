import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { grantFor } from '../../domain/account/mayDo'
import type { PolicyAuthor } from '../../domain/policy/policyDraft'
import type { Call } from '../kernel/call'

/**
 * Who may publish policies, under their name and post. Policies hold for the whole street, so the post has to be on its
 * topmost area: anyone else gets `notFound`.
 */
export const manager = async ({ active, caller, now }: Call): Promise<PolicyAuthor> => {
  const [{ street }, grants] = await Promise.all([active(), caller.grants()])
  const roots = street.children().map(({ _id }) => _id)
  const grant = grantFor(grants, 'policy.manage', roots, now)
  if (!grant) throw new Refusal('notFound', errorSentences.notFound)
  const { officerId, name, kind } = grant
  return { personId: caller.personId, officerId, name, post: kind }
}
