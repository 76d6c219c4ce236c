import type { Category } from '../../contract/categories'
import type { Place } from '../../contract/place'
import type { Tile } from '../../contract/requestTerms'
import type { Request } from '../request/request'
import { categoryOf } from '../request/categoryOf'

/** What two reports are compared by. */
export interface Report {
  text: string
  tile?: Tile
  category: Category
  place: Place
  gridId: string
  /** When it was made, ms. */
  at: number
}

/** A stored request as something to compare. */
export const reportOf = (
  request: Pick<Request, 'text' | 'tile' | 'category' | 'triage' | 'place' | 'gridId' | 'createdAt'>,
): Report => ({
  text: request.text,
  ...(request.tile && { tile: request.tile }),
  category: categoryOf(request),
  place: request.place,
  gridId: request.gridId,
  at: request.createdAt,
})
