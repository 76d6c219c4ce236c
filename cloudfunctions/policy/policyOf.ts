import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { builtIn } from '../../domain/policy/policies'
import { policies } from '../kernel/collections/policies'
import type { Database } from '../kernel/database'

/** What a policy says, published or built in. Throws `notFound`. */
export const policyOf = async (db: Database, id: string): Promise<unknown> => {
  const body = id in builtIn ? builtIn[id] : (await db.read(policies, id))?.body
  if (body === undefined) throw new Refusal('notFound', errorSentences.notFound)
  return body
}
