import type { AreaBrief, areaService } from '../../../contract/area'
import type { Place } from '../../../contract/place'
import type { OutputOf } from '../../../contract/service'

export type Located = OutputOf<typeof areaService, 'locate'>
export type Mapped = OutputOf<typeof areaService, 'map'>

/** A place somebody found, one way or another: its area, and what more is known of it. */
export interface Found {
  area: AreaBrief
  /** Point and words for it, as far as the person gave them. */
  place: Place
  /** The officer card, when it came with the look-up. */
  located?: Located
}
