import type { areaService } from '../../contract/area'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { briefOf } from '../../domain/area/street'
import type { Handler } from '../kernel/implement'

export const list: Handler<typeof areaService, 'list'> = async ({ active }, { parentId, tree }) => {
  const { street } = await active()
  const parent = parentId === undefined ? undefined : street.area(parentId)
  if (parentId !== undefined && !parent) throw new Refusal('notFound', errorSentences.notFound)
  // A tree without ground has no root of its own kind: its areas hang below a street or stand alone.
  const here = street.children(parentId, tree)
  return {
    ...(parent && { parent: briefOf(parent) }),
    trees: street.kinds.trees.flatMap(({ id, words, main }) =>
      !main && street.children(parentId, id).length ? [{ id, name: words }] : [],
    ),
    areas: here.map(area => ({ ...briefOf(area), children: street.children(area._id, area.tree).length })),
  }
}
