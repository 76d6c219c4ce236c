import { inOrder } from '../area/inOrder'
import type { Street } from '../area/street'
import type { Gap } from './gap'

/**
 * Gaps in the order in which they want mending: where most open requests lie with nobody, then where nobody is in charge;
 * those alike side by side on the ground.
 */
export const worstFirst = (street: Street, gaps: readonly Gap[]): Gap[] => {
  const requests = ({ kind, events }: Gap) =>
    kind === 'requests' ? (events.filter(event => event.kind === 'opened').at(-1)?.count ?? 1) : 0
  return [...gaps].sort(
    (a, b) => requests(b) - requests(a) || along(street, a.areaId, b.areaId) || (a._id < b._id ? -1 : 1),
  )
}

/** By the first step at which their ways down from the root part; what lies above comes first. */
const along = (street: Street, a: string, b: string): number => {
  const [pathA, pathB] = [a, b].map(id => street.area(id)?.path ?? [id]) as [string[], string[]]
  const parts = pathA.findIndex((step, n) => step !== pathB[n])
  if (parts < 0) return pathA.length - pathB.length
  return parts >= pathB.length ? 1 : inOrder(street.area(pathA[parts] ?? ''), street.area(pathB[parts] ?? ''))
}
