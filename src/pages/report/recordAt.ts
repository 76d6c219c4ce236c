import Taro from '@tarojs/taro'
import type { AreaBrief } from '../../../contract/area'
import { keepDraft, recallDraft } from './draft'

/** Opens the report for an officer who brings what is not their own; in a grid of theirs, that is where it is. */
export const recordAt = ({ id, kind }: AreaBrief): void => {
  const draft = recallDraft()
  keepDraft({
    ...draft,
    token: undefined,
    source: draft.source ?? 'patrol',
    ...(kind === 'grid' && !draft.place.point && !draft.place.gridId && { place: { gridId: id } }),
  })
  void Taro.navigateTo({ url: '/pages/report/index' })
}
