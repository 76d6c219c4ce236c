import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { briefOf } from '../../domain/area/street'
import { areas } from '../kernel/collections/areas'
import type { Handler } from '../kernel/implement'

export const map: Handler<typeof areaService, 'map'> = async ({ active, db }, { areaId }) => {
  const { street } = await active()
  const around = street.within(areaId, 'community') ?? street.area(areaId)
  if (!around) throw new Refusal('notFound', errorSentences.notFound)
  const grids = await db.find(areas, { where: { path: around._id, kind: 'grid' }, limit: 1000 })
  return {
    within: briefOf(around),
    areas: grids.map(({ center, boundary, ...grid }) => ({ ...briefOf(grid as never), center, boundary })),
  }
}
