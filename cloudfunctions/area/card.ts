import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { Handler } from '../kernel/implement'
import { fullCard } from './fullCard'

export const card: Handler<typeof areaService, 'card'> = async (call, { areaId }) => {
  const area = (await call.active()).street.area(areaId)
  if (!area) throw new Refusal('notFound', errorSentences.notFound)
  return fullCard(call, area)
}
