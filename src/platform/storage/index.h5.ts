import Taro from '@tarojs/taro'

/** Something remembered on this phone; `undefined` when there is nothing or it cannot be read. */
export const recall = <T>(key: string): T | undefined => {
  try {
    const value = Taro.getStorageSync(owned(key)) as T | ''
    return value === '' ? undefined : (value ?? undefined)
  } catch {
    return undefined
  }
}

/** Remembers something on this phone, until `forget`. A full storage is no reason to stop: then it is not remembered. */
export const remember = (key: string, value: unknown): void => {
  try {
    Taro.setStorageSync(owned(key), value)
  } catch {
    // WeChat allows 10 MB for each mini program.
  }
}

/** Remembers it no longer. */
export const forget = (key: string): void => Taro.removeStorageSync(owned(key))

/** Demo people share one browser; on a phone WeChat keeps every account's storage apart. */
const owned = (key: string): string => `${new URLSearchParams(window.location.search).get('as') ?? ''}/${key}`
