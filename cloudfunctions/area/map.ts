import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { briefOf } from '../../domain/area/street'
import { areas } from '../kernel/collections/areas'
import type { Handler } from '../kernel/implement'

export const map: Handler<typeof areaService, 'map'> = async ({ active, db }, { areaId }) => {
  const { street, pointers } = await active()
  const around = street.mapAround(areaId)
  if (!around || !pointers) throw new Refusal('notFound', errorSentences.notFound)
  const found = await db.find(areas, {
    where: { version: pointers.areas, path: around._id },
    limit: 1000,
    fields: ['of', 'boundary'],
  })
  return {
    within: briefOf(around),
    areas: found.flatMap(({ of, boundary }) => {
      const area = street.area(of)
      return street.isHome(area) && area.center ? [{ ...briefOf(area), center: area.center, boundary }] : []
    }),
  }
}
