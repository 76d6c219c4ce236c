interface RandomValues {
  getRandomValues?: (options: { length: number }) => Promise<{ randomValues: ArrayBuffer }>
}
declare const wx: RandomValues

/**
 * 128 random bits as 32 hex characters: names one intended change, so that sending it twice is harmless.
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/crypto/wx.getRandomValues.html
 */
export const newToken = async (): Promise<string> => {
  // Base library below 2.15.0 has no random source. The token only has to be new for this person, not secret.
  const bytes = wx.getRandomValues
    ? new Uint8Array((await wx.getRandomValues({ length: 16 })).randomValues)
    : Uint8Array.from({ length: 16 }, () => Math.floor(Math.random() * 256))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}
