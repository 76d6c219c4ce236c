import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import { locateGrid } from '../kernel/gridShapes'
import type { Handler } from '../kernel/implement'

export const locate: Handler<typeof areaService, 'locate'> = async (call, { point }) => {
  const { street } = await call.active()
  const found = await locateGrid(call, point)
  const card = found && street.gridCard(found.id, call.now)
  if (!card) throw new Refusal('notFound', '这里还没有划网格，请换个位置或从名单里选。', { field: 'point' })
  return { ...card, inside: found.inside, metresOutside: found.metresOutside }
}
