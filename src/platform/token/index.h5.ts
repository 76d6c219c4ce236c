/** 128 random bits as 32 hex characters: names one intended change, so that sending it twice is harmless. */
export const newToken = (): Promise<string> =>
  Promise.resolve(
    [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join(''),
  )
