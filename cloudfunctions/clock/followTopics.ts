import type { Topic } from '../../domain/council/topic'
import { moveTokens } from '../../domain/import/moveTokens'
import { change } from '../kernel/change'
import { topics } from '../kernel/collections/topics'
import { _ } from '../kernel/database'
import type { Followed, Following } from './followImports'

/** Open topics of one area; councils have far fewer. */
const most = 1000

/** Open topics of an area that came under others are listed there; those of one that is no more, by its nearest old parent. */
export const followTopics = async (following: Following): Promise<Followed> => {
  const { db, run, follow, redrawn, active, now } = following
  const touched = [...redrawn.ended(), ...redrawn.moved()].map(({ _id }) => _id).sort()
  const areaId = touched.find(id => id > follow.after)
  if (areaId === undefined) return { after: follow.after, moved: 0, more: false }
  const found = await db.find(topics, { where: { areaIds: areaId, openKey: _.gt('') }, limit: most })
  const token = moveTokens(run)[follow.back ? 'back' : 'there']
  let moved = 0
  for (const topic of found) {
    const living = redrawn.living(topic.areaId)
    const areaIds = living === undefined ? [] : (active.street.area(living)?.path ?? [])
    if (!areaIds.length || areaIds.join() === topic.areaIds.join()) continue
    const saved = await change<Topic, undefined>(db, topics, {
      id: topic._id,
      token,
      permit: () => undefined,
      decide: current => ({
        ...current,
        areaIds: [...areaIds],
        events: [...current.events, { at: now, by: '系统', text: '街区调整了，议题跟着走', token }],
      }),
    })
    if (saved.rev !== topic.rev) moved++
  }
  return { after: areaId, moved, more: true }
}
