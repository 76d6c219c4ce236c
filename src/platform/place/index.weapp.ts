import Taro from '@tarojs/taro'
import type { Place } from '../../../contract/place'
import { pickOnOurMap } from './pickOnOurMap'

/**
 * Where the person is or points to on WeChat's own map (GCJ-02), which opens at their place; nothing when they think better
 * of it. `refused`: the location is not to be had, because they, their phone or WeChat's privacy sheet said no.
 */
export const myPlace = async (): Promise<Place | 'refused' | undefined> => {
  try {
    const { longitude, latitude, name, address } = await Taro.chooseLocation({})
    return {
      point: { lng: Number(longitude), lat: Number(latitude) },
      address: (name || address).slice(0, 100),
    }
  } catch (error) {
    return /cancel/.test(String((error as { errMsg?: string }).errMsg)) ? undefined : 'refused'
  }
}

/**
 * Lets the person pick where something is: on WeChat's map once they `agree` that it opens at their place, else on our map
 * and list.
 */
export const choosePlace = async (
  near: string | undefined,
  agree: () => Promise<boolean>,
): Promise<Place | undefined> => {
  const place = (await agree()) ? await myPlace() : 'refused'
  return place === 'refused' ? pickOnOurMap('report', near) : place
}
