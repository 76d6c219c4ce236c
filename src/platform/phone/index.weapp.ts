import Taro from '@tarojs/taro'

/** Opens the phone with a number, for the person to call. */
export const dial = (phoneNumber: string): void => {
  // Putting the phone down without calling is reported as a failure, and is none.
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
