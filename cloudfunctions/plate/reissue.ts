import type { plateService } from '../../contract/plate'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { reissuePlate } from '../../domain/plate/plate'
import { plateIdOf } from '../../domain/plate/plateCode'
import { change } from '../kernel/change'
import { plates } from '../kernel/collections/plates'
import type { Handler } from '../kernel/implement'
import { givePictures } from './givePictures'
import { managedAreas } from './managedAreas'
import { presentPlate } from './presentPlate'

export const reissue: Handler<typeof plateService, 'reissue'> = async (
  call,
  { areaId, issue, reason, token },
) => {
  const { db, now } = call
  const { street } = await call.active()
  const {
    areas: [area],
    by,
  } = await managedAreas(call, [areaId])
  if (!area) throw new Refusal('notFound', errorSentences.notFound)
  const plate = await change(db, plates, {
    id: plateIdOf(areaId),
    token,
    permit: () => by,
    decide: before => {
      // Two who replace the same plate want one new plate, not two.
      if (before.issue !== issue)
        throw new Refusal('conflict', '这块牌子刚刚有人换过了，请看看再办。', {
          current: { line: presentPlate(street, area, now, before) },
        })
      return reissuePlate(before, { by, at: now, token, reason })
    },
  })
  // Revoking is what must not fail: the picture of the new code can be made later.
  const [done] = await givePictures(call, [plate])
  return { line: presentPlate(street, area, now, done?.plate ?? plate, done?.problem) }
}
