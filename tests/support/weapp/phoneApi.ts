/** What the base library answers about the phone: an ordinary one. */
const phoneInfo = {
  brand: 'phone',
  model: 'phone',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 20,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 16',
  platform: 'ios',
  fontSizeSetting: 16,
  SDKVersion: '3.5.0',
  theme: 'light',
  safeArea: { top: 44, bottom: 778, left: 0, right: 375, width: 375, height: 734 },
}

export interface PhoneOptions {
  /** The cloud behind `wx.cloud`. */
  cloud: object
  /** Files that `chooseMedia` gives. */
  photo: string
  /** The person has refused the location. */
  refusesLocation?: boolean
  /** Page changes. */
  navigation: Record<
    'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack',
    (options: { url?: string; delta?: number }) => void
  >
}

type Options = Record<string, unknown> & {
  success?: (result: unknown) => void
  fail?: (error: unknown) => void
  complete?: (result: unknown) => void
}

/** An API as the base library has them: callbacks when there are any, else a promise. */
const api =
  (name: string, work: (options: Options) => unknown = () => ({})) =>
  (options: Options = {}) => {
    const done = Promise.resolve()
      .then(() => work(options))
      .then(result => ({ errMsg: `${name}:ok`, ...(result as object) }))
    if (!options.success && !options.fail && !options.complete) return done
    done.then(
      result => {
        options.success?.(result)
        options.complete?.(result)
      },
      (error: Error) => {
        const result = { errMsg: `${name}:fail ${error.message}` }
        options.fail?.(result)
        options.complete?.(result)
      },
    )
    return undefined
  }

/** The `wx` of a phone: what the product uses, and no more, so that a new dependency on the platform is noticed. */
export const phoneApi = ({ cloud, photo, refusesLocation, navigation }: PhoneOptions) => {
  const stored = new Map<string, unknown>()
  const dialled: string[] = []
  const previewed: string[] = []
  const wx: Record<string, unknown> = {
    cloud,
    env: { USER_DATA_PATH: 'http://usr' },
    canIUse: () => true,
    nextTick: (work: () => void) => setTimeout(work, 0),
    getRandomValues: api('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(length as number)).buffer,
    })),
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
    removeStorageSync: (key: string) => void stored.delete(key),
    chooseMedia: api('chooseMedia', () => ({
      type: 'image',
      tempFiles: [{ tempFilePath: photo, size: 1, fileType: 'image' }],
    })),
    chooseLocation: api('chooseLocation', () => {
      if (refusesLocation) throw new Error('auth deny')
      return { name: '三单元门口', address: '样例街道甲社区', longitude: 114.0525, latitude: 22.7025 }
    }),
    makePhoneCall: api('makePhoneCall', ({ phoneNumber }) => void dialled.push(String(phoneNumber))),
    previewImage: api('previewImage', ({ current }) => void previewed.push(String(current))),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getMenuButtonBoundingClientRect: () => ({
      top: 24,
      bottom: 56,
      left: 281,
      right: 368,
      width: 87,
      height: 32,
    }),
  }
  for (const name of ['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo'])
    wx[name] = () => phoneInfo
  wx.getSystemInfo = api('getSystemInfo', () => phoneInfo)
  for (const name of [
    'showToast',
    'hideToast',
    'showLoading',
    'hideLoading',
    'showModal',
    'setNavigationBarTitle',
    'stopPullDownRefresh',
    'pageScrollTo',
  ]) {
    wx[name] = api(name)
  }
  for (const [name, go] of Object.entries(navigation))
    wx[name] = api(name, go as (options: Options) => unknown)
  for (const name of [
    'onAppShow',
    'onAppHide',
    'onError',
    'onUnhandledRejection',
    'onPageNotFound',
    'onThemeChange',
    'onWindowResize',
    'onNetworkStatusChange',
  ]) {
    wx[name] = () => undefined
  }
  return { wx, dialled, previewed }
}
