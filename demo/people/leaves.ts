import type { Leave, Post } from '../../domain/account/post'
import { documentId } from '../../domain/id/documentId'
import { newLeave } from '../../domain/roster/leave'
import { day, startOfDay } from '../../domain/time/china'
import type { Random } from '../random'

/**
 * In every fortieth grid or so the member is away for some weeks: a neighbour stands in, or nobody does and work goes up
 * to the 街区. The neighbour in the list is of the same 街区 most of the time.
 */
export const makeLeaves = (random: Random, posts: readonly Post[], now: number): Leave[] => {
  const members = posts.filter(({ kind }) => kind === 'gridMember')
  return members.flatMap((post, i) => {
    if (i % 40 !== 5) return []
    const cover = i % 80 === 5 ? undefined : members[i - 1]
    const token = random.hex(32)
    const { officerId, name, kind, areaId, personId = 'demo' } = post
    const from = startOfDay(now - random.integer(3, 12) * day)
    const to = startOfDay(now + random.integer(5, 20) * day)
    return [
      newLeave(
        documentId('v', officerId, token),
        { officerId, from, to, ...(cover && { coverId: cover.officerId }) },
        { by: { personId, officerId, name, post: kind, areaId }, at: from - 2 * day, token },
      ),
    ]
  })
}
