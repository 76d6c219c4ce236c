import Taro from '@tarojs/taro'
import { platePage } from '../../../domain/plate/writtenCode'

/**
 * Lets the person scan a notice plate and opens its page; whatever else was scanned, the page says so and takes the number
 * printed on the plate. Nothing happens when they think better of it.
 */
export const scanPlate = async (): Promise<void> => {
  try {
    const { path, result } = await Taro.scanCode({ scanType: ['qrCode', 'wxCode' as never] })
    openPlate(path || result)
  } catch (error) {
    // Without a camera, or when it was refused: the printed number is as good.
    if (!/cancel/.test(String((error as { errMsg?: string }).errMsg))) openPlate('')
  }
}

const openPlate = (scanned: string): void => {
  void Taro.navigateTo({ url: `/${platePage}?code=${encodeURIComponent(scanned.slice(0, 200))}` })
}
