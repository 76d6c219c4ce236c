import type { Topic } from '../../domain/council/topic'
import { moveTokens } from '../../domain/import/moveTokens'
import { change } from '../kernel/change'
import { topics } from '../kernel/collections/topics'
import { _ } from '../kernel/database'
import type { Followed, Following } from './followImports'

/** Open topics of one area; councils have far fewer. */
const most = 1000

/**
 * Open topics of an area that came under others are listed there; those of one that is no more go where its council went,
 * and after an undone import back to where that one took them from.
 */
export const followTopics = async (following: Following): Promise<Followed> => {
  const { db, run, follow, redrawn, active, now } = following
  // What an undone import moved lies in an area that lives, and has to be found all the same.
  const taken = follow.back ? redrawn.heirs() : []
  const touched = [...new Set([...redrawn.ended(), ...redrawn.moved()].map(({ _id }) => _id).concat(taken))]
  const areaId = touched.sort().find(id => id > follow.after)
  if (areaId === undefined) return { after: follow.after, moved: 0, more: false }
  const found = await db.find(topics, { where: { areaIds: areaId, openKey: _.gt('') }, limit: most })
  const { there, back } = moveTokens(run)
  const token = follow.back ? back : there
  let moved = 0
  for (const topic of found) {
    const to = target(following, topic)
    const areaIds = active.street.area(to)?.path ?? []
    if (!areaIds.length || areaIds.join() === topic.areaIds.join()) continue
    const saved = await change<Topic, undefined>(db, topics, {
      id: topic._id,
      token,
      permit: () => undefined,
      decide: current => ({
        ...current,
        areaId: to,
        areaIds: [...areaIds],
        events: [
          ...current.events,
          {
            at: now,
            by: '系统',
            text: '街区调整了，议题跟着走',
            token,
            ...(to !== current.areaId && { moved: { from: current.areaId, to } }),
          },
        ],
      }),
    })
    if (saved.rev !== topic.rev) moved++
  }
  return { after: areaId, moved, more: true }
}

const target = ({ run, follow, redrawn, active }: Following, topic: Topic): string => {
  const taken = follow.back
    ? topic.events.find(({ token }) => token === moveTokens(run).there)?.moved
    : undefined
  if (taken && taken.to === topic.areaId && active.street.area(taken.from)) return taken.from
  return redrawn.council(topic.areaId)?.areaId ?? topic.areaId
}
