import type { InputOf } from '../../../contract/service'
import type { requestService } from '../../../contract/request'
import type { Draft } from './draft'

/** What a draft says, in the shape it is sent in; without a place of its own it is the home's. */
export const reportInput = (
  { text, place, address, tile, source }: Draft,
  homeGridId?: string,
): Pick<InputOf<typeof requestService, 'submit'>, 'text' | 'place' | 'tile'> => ({
  text,
  place: {
    ...place,
    ...(address.trim() && { address: address.trim() }),
    // What an officer brings is not at their own home.
    ...(!place.gridId && !place.point && !source && homeGridId && { gridId: homeGridId }),
  },
  ...(tile && { tile }),
})
