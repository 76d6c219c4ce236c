import Taro from '@tarojs/taro'
import type { AreaBrief } from '../../../contract/area'
import type { Place } from '../../../contract/place'
import { keepDraft, recallDraft } from './draft'

/** Opens the report with its place filled in; what was written already stays. Without a grid nothing is known but what `place` says. */
export const reportAt = ({ point, address }: Place, grid?: AreaBrief): void => {
  keepDraft({
    ...recallDraft(),
    token: undefined,
    placeId: undefined,
    place: { ...(point && { point }), ...(grid && { gridId: grid.id }) },
    address: address || grid?.name || '',
  })
  void Taro.navigateTo({ url: '/pages/report/index' })
}
