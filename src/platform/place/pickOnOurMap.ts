import Taro from '@tarojs/taro'
import { type ChosenPlace, placeChosen } from './placeChosen'

/** Lets the person pick a place on our own page for it, beginning near a grid; nothing when they go back. */
export const pickOnOurMap = (purpose: 'report' | 'family', near?: string): Promise<ChosenPlace | undefined> =>
  new Promise(resolve => {
    Taro.eventCenter.once(placeChosen, resolve)
    void Taro.navigateTo({ url: `/pages/place/index?for=${purpose}${near ? `&near=${near}` : ''}` })
  })
