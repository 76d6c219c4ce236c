import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import type { Handler } from '../kernel/implement'
import { areasAt } from './areasAt'
import { fullCard } from './fullCard'
import { otherNets } from './otherNets'

export const locate: Handler<typeof areaService, 'locate'> = async (call, { point }) => {
  const { street } = await call.active()
  const found = await areasAt(call, point)
  const home = found.find(({ area }) => street.isHome(area))
  if (!home) throw new Refusal('notFound', '这里还没有划网格，请换个位置或从名单里选。', { field: 'point' })
  return {
    ...(await fullCard(call, home.area)),
    inside: home.inside,
    metresOutside: home.metresOutside,
    others: otherNets(street, found, home.area, call.now),
  }
}
