import type { areaService } from '../../contract/area'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { namesOf } from './names'

/** More than this nobody reads on a phone. */
const most = 10

export const search: Handler<typeof areaService, 'search'> = async (call, { words }) => {
  // The same words again never count; a list of family names tried one after the other does.
  limitRate(call, 'search', words)
  const [{ street }, names] = await Promise.all([call.active(), namesOf(call)])
  const found = names.find(
    words,
    most,
    ({ officerId, area }) =>
      officerId === undefined || street.posts([area.id], call.now).some(post => post.officerId === officerId),
  )
  return { found: found.map(({ officerId: _, ...shown }) => shown) }
}
