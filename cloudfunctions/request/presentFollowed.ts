import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { FollowedView } from '../../contract/requestTogether'
import type { Join } from '../../domain/duplicates/join'
import { isFollowed } from '../../domain/request/followers'
import { labelOf } from '../../domain/request/labelOf'
import type { Request } from '../../domain/request/request'
import type { Call } from '../kernel/call'
import { asNeighbour } from './asNeighbour'
import { handlerPost } from './handlerPost'

/** A request as somebody sees it who has joined it, now or once. */
export const presentFollowed = async (call: Call, request: Request, join: Join): Promise<FollowedView> => {
  const { street, policies } = await call.active()
  const joined = join.listKey !== undefined
  const line = await asNeighbour(call, request, { mine: joined, anyway: true })
  if (!line) throw new Refusal('notFound', errorSentences.notFound)
  const post = handlerPost(street, request, call.now)
  return {
    ...line,
    no: request.no,
    label: labelOf(request, 'resident', policies.tiers),
    joined,
    ...(post && { handler: street.card(post, call.now) }),
    steps: request.events
      .filter(event => event.kind === 'submitted' || isFollowed(event))
      .map(({ kind, at }) => ({ kind, at })),
  }
}
