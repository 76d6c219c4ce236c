import { api } from './api'
import type { Pages } from './pages'

const phone = {
  pixelRatio: 2,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight,
  statusBarHeight: 20,
  language: 'zh_CN',
  platform: 'devtools',
  SDKVersion: '3.5.0',
  theme: 'light',
  fontSizeSetting: 16,
  safeArea: {
    top: 44,
    bottom: innerHeight,
    left: 0,
    right: innerWidth,
    width: innerWidth,
    height: innerHeight,
  },
}

/** `wx.cloud` over the browser side of the local cloud, signed in by a token. */
const cloudOf = (token: string) => {
  const ask = async (path: string, body: BodyInit): Promise<object> => {
    const response = await fetch(path, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}` },
    })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    return (await response.json()) as object
  }
  return {
    init: () => undefined,
    callFunction: ({ name, data }: { name: string; data: object }) =>
      ask(`/_cloud/call/${name}`, JSON.stringify(data)),
    uploadFile: async ({ cloudPath, filePath }: { cloudPath: string; filePath: string }) =>
      ask(`/_cloud/upload?path=${encodeURIComponent(cloudPath)}`, await (await fetch(filePath)).blob()),
  }
}

const forAll = <T>(names: string[], make: (name: string) => T): Record<string, T> =>
  Object.fromEntries(names.map(name => [name, make(name)]))

/** The `wx` of a phone in the browser: what the product uses, and no more. */
export const wxOf = (pages: () => Pages, token: string): object => {
  const stored = new Map<string, unknown>()
  return {
    ...forAll(['getSystemInfoSync', 'getWindowInfo', 'getAppBaseInfo', 'getDeviceInfo'], () => () => phone),
    ...forAll(
      [
        'onError',
        'onAppShow',
        'onAppHide',
        'onUnhandledRejection',
        'onPageNotFound',
        'onThemeChange',
        'onWindowResize',
      ],
      () => () => undefined,
    ),
    ...forAll(
      [
        'showToast',
        'setNavigationBarTitle',
        'stopPullDownRefresh',
        'makePhoneCall',
        'previewImage',
        'pageScrollTo',
      ],
      name => api(name),
    ),
    canIUse: () => true,
    nextTick: (work: () => void) => setTimeout(work),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
    removeStorageSync: (key: string) => void stored.delete(key),
    getRandomValues: api('getRandomValues', ({ length }) => ({
      randomValues: crypto.getRandomValues(new Uint8Array(Number(length))).buffer,
    })),
    chooseMedia: api('chooseMedia', () => ({
      tempFiles: [{ tempFilePath: '/weapp/assets/tab/home.png', size: 1 }],
    })),
    chooseLocation: api('chooseLocation', () => ({
      name: '三单元门口',
      address: '',
      longitude: 114.0525,
      latitude: 22.7025,
    })),
    navigateTo: api('navigateTo', ({ url }) => pages().open(String(url))),
    redirectTo: api('redirectTo', ({ url }) => pages().redirect(String(url))),
    switchTab: api('switchTab', ({ url }) => pages().restart(String(url))),
    navigateBack: api('navigateBack', () => pages().back()),
    cloud: cloudOf(token),
  }
}
