import { useEffect, useState } from 'react'

// Stands for @tarojs/taro in screen tests. Page hooks run once after mounting; every API is a jest.fn that
// resolves to {} until a test says otherwise: `jest.mocked(Taro.showToast)`.

/** The address parameters of the page under test. */
let params: Record<string, string> = {}

/** Sets what `useRouter().params` and `useLoad` give to the next page rendered. */
export const setRouteParams = (next: Record<string, string>) => {
  params = next
}

type PageHook = (effect: (argument: Record<string, string>) => void) => void
const onceMounted: PageHook = effect =>
  useEffect(() => {
    effect(params) // once per page, as on the phone
  }, [])
const never: PageHook = () => undefined

export const useLoad = onceMounted
export const useReady = onceMounted
export const useDidShow = onceMounted
export const useLaunch = onceMounted
export const useDidHide = never
export const useUnload = never
export const usePullDownRefresh = never
export const useReachBottom = never
export const useShareAppMessage = never
export const usePageScroll = never
export const useRouter = () => useState(() => ({ params, path: '' }))[0]

const apis = new Map<string | symbol, jest.Mock>()
const Taro = new Proxy({} as Record<string, jest.Mock>, {
  get: (_, name) => {
    if (name === '__esModule') return undefined
    const known = apis.get(name) ?? jest.fn(() => Promise.resolve({}))
    apis.set(name, known)
    return known
  },
})

/** Named imports such as `import { showToast } from '@tarojs/taro'` are the same mocks. */
export const showToast = Taro.showToast
export const navigateTo = Taro.navigateTo
export const redirectTo = Taro.redirectTo
export const switchTab = Taro.switchTab
export const navigateBack = Taro.navigateBack
export const reLaunch = Taro.reLaunch
export const setNavigationBarTitle = Taro.setNavigationBarTitle
export const stopPullDownRefresh = Taro.stopPullDownRefresh

export default Taro
