import type { Area } from './area'
import type { Shape } from './packAreas'

/** The areas with ground that have none of their own tree below them: those above are on their path. */
export const lowestShapes = (areas: readonly Area[]): Shape[] => {
  const above = new Set(areas.map(({ tree, parentId }) => `${tree} ${parentId}`))
  return areas
    .filter(({ _id, tree, boundary }) => boundary.length > 0 && !above.has(`${tree} ${_id}`))
    .map(({ _id, tree, boundary }) => ({ id: _id, tree, boundary }))
}
