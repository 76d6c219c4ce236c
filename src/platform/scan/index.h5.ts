import Taro from '@tarojs/taro'
import { platePage } from '../../../domain/plate/writtenCode'

/** A browser has no scanner: the page takes the number printed on the plate. */
export const scanPlate = (): Promise<void> => Taro.navigateTo({ url: `/${platePage}` }).then(() => undefined)
