import Taro from '@tarojs/taro'

/** The text size chosen in WeChat, as a share of its normal size: 1 – 1.6. */
export const systemTextStep = (): number => {
  const { fontSizeSetting = 16 } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return Math.min(1.6, Math.max(1, fontSizeSetting / 16))
}
