import type { Point } from '../../contract/place'
import { locateAll } from '../kernel/areaShapes'
import type { Call } from '../kernel/call'
import type { FoundArea } from './otherNets'

/** The area at a point in each tree, the lowest that lies there, or the nearest one. */
export const areasAt = async (call: Call, point: Point): Promise<FoundArea[]> => {
  const { street } = await call.active()
  return (await locateAll(call, point)).flatMap(({ id, ...where }) => {
    const area = street.area(id)
    return area ? [{ area, ...where }] : []
  })
}
