import Taro from '@tarojs/taro'
import type { Place } from '../../../contract/place'
import { placeChosen } from './placeChosen'

/** Lets the person pick a place on our own map or from the list of grids, beginning near one; nothing when they go back. */
export const pickOnOurMap = (near?: string): Promise<Place | undefined> =>
  new Promise(resolve => {
    Taro.eventCenter.once(placeChosen, resolve)
    void Taro.navigateTo({ url: `/pages/place/index?for=report${near ? `&near=${near}` : ''}` })
  })
