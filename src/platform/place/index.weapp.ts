import Taro from '@tarojs/taro'
import type { Place } from '../../../contract/place'

/**
 * Lets the person pick a place on WeChat's own map (GCJ-02); nothing when they think better of it or have refused the
 * location, in which case the list of grids is still there.
 */
export const choosePlace = async (_near?: string): Promise<Place | undefined> => {
  try {
    const { longitude, latitude, name, address } = await Taro.chooseLocation({})
    return {
      point: { lng: Number(longitude), lat: Number(latitude) },
      address: (name || address).slice(0, 100),
    }
  } catch {
    return undefined
  }
}
