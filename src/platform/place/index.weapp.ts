import Taro from '@tarojs/taro'
import type { Place } from '../../../contract/place'
import { pickOnOurMap } from './pickOnOurMap'

/**
 * Lets the person pick a place on WeChat's own map (GCJ-02). Who has refused the location, or has a WeChat that cannot,
 * gets our map and the list of grids; nothing when they think better of it.
 */
export const choosePlace = async (near?: string): Promise<Place | undefined> => {
  try {
    const { longitude, latitude, name, address } = await Taro.chooseLocation({})
    return {
      point: { lng: Number(longitude), lat: Number(latitude) },
      address: (name || address).slice(0, 100),
    }
  } catch (error) {
    return /cancel/.test(String((error as { errMsg?: string }).errMsg)) ? undefined : pickOnOurMap(near)
  }
}
