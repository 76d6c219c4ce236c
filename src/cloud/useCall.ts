import { useDidShow, usePullDownRefresh, stopPullDownRefresh } from '@tarojs/taro'
import { type Called, useAnswer } from './useAnswer'

/** The one call that fills a screen: made when the page is shown, when it is pulled down and when it is asked for again. */
export const useCall = <T>(call: () => Promise<T>): Called<T> => {
  const called = useAnswer(call)
  useDidShow(() => void called.reload())
  usePullDownRefresh(() => void called.reload().then(() => stopPullDownRefresh()))
  return called
}
