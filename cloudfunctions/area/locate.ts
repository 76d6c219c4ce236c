import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import { briefOf } from '../../domain/area/street'
import { locateAll } from '../kernel/areaShapes'
import type { Handler } from '../kernel/implement'
import { fullCard } from './fullCard'

export const locate: Handler<typeof areaService, 'locate'> = async (call, { point }) => {
  const { street } = await call.active()
  const found = (await locateAll(call, point)).flatMap(({ id, inside, metresOutside }) => {
    const area = street.area(id)
    return area ? [{ area, inside, metresOutside }] : []
  })
  const home = found.find(({ area }) => street.isHome(area))
  if (!home) throw new Refusal('notFound', '这里还没有划网格，请换个位置或从名单里选。', { field: 'point' })
  return {
    ...(await fullCard(call, home.area)),
    inside: home.inside,
    metresOutside: home.metresOutside,
    others: found
      .filter(({ area }) => area.tree !== home.area.tree)
      .map(({ area, inside, metresOutside }) => {
        const { officer } = street.areaCard(area, call.now)
        return { area: briefOf(area), tree: area.tree, inside, metresOutside, ...(officer && { officer }) }
      }),
  }
}
