import Taro from '@tarojs/taro'

/** Something remembered on this phone; `undefined` when there is nothing or it cannot be read. */
export const recall = <T>(key: string): T | undefined => {
  try {
    const value = Taro.getStorageSync(key) as T | ''
    return value === '' ? undefined : (value ?? undefined)
  } catch {
    return undefined
  }
}

/** Remembers something on this phone, until `forget`. A full storage is no reason to stop: then it is not remembered. */
export const remember = (key: string, value: unknown): void => {
  try {
    Taro.setStorageSync(key, value)
  } catch {
    // WeChat allows 10 MB for each mini program.
  }
}

/** Remembers it no longer. */
export const forget = (key: string): void => Taro.removeStorageSync(key)
