import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { Handler } from '../kernel/implement'
import { areasAt } from './areasAt'
import { fullCard } from './fullCard'
import { otherNets } from './otherNets'

export const card: Handler<typeof areaService, 'card'> = async (call, { areaId }) => {
  const { street } = await call.active()
  const area = street.area(areaId)
  if (!area) throw new Refusal('notFound', errorSentences.notFound)
  const [shown, here] = await Promise.all([
    fullCard(call, area),
    // Only of where people live: what is larger lies in many of each other net.
    area.center && street.isHome(area) ? areasAt(call, area.center) : [],
  ])
  return {
    ...shown,
    others: otherNets(
      street,
      here.filter(({ inside }) => inside),
      area,
      call.now,
    ),
  }
}
