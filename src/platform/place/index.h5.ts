import Taro from '@tarojs/taro'
import type { Place } from '../../../contract/place'
import { placeChosen } from '../../pages/place/placeChosen'

/** Lets the person pick a place on our own map, beginning near a grid; nothing when they go back. */
export const choosePlace = (near?: string): Promise<Place | undefined> =>
  new Promise(resolve => {
    Taro.eventCenter.once(placeChosen, resolve)
    void Taro.navigateTo({ url: `/pages/place/index?for=report${near ? `&near=${near}` : ''}` })
  })
