import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { briefOf } from '../../domain/area/street'
import type { Handler } from '../kernel/implement'

export const list: Handler<typeof areaService, 'list'> = async ({ active }, { parentId }) => {
  const { street } = await active()
  const parent = parentId === undefined ? undefined : street.area(parentId)
  if (parentId !== undefined && !parent) throw new Refusal('notFound', errorSentences.notFound)
  return {
    ...(parent && { parent: briefOf(parent) }),
    areas: street
      .children(parentId)
      .map(area => ({ ...briefOf(area), children: street.children(area._id).length })),
  }
}
