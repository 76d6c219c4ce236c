import type { Place } from '../../contract/place'
import { buildingsIn } from '../duplicates/buildingsIn'

/**
 * Which building a report is about, as `<grid>/6栋`: the one in its address, else the first it speaks of. Undefined when none
 * is named: of a whole grid nothing is remembered, there is always something.
 */
export const placeKey = (gridId: string, { address = '' }: Place, text: string): string | undefined => {
  const [building] = [...buildingsIn(address), ...buildingsIn(text)]
  return building && `${gridId}/${building}`
}
