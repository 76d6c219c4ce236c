import Taro from '@tarojs/taro'

/** A picture on the phone. */
export interface LocalPhoto {
  path: string
  /** `jpg`, `png` or `webp`. */
  extension: string
}

/** Lets the person take or choose up to `most` pictures, compressed by WeChat; none when they think better of it. */
export const choosePhotos = async (most: number): Promise<LocalPhoto[]> => {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
    })
    return tempFiles.map(({ tempFilePath }) => ({ path: tempFilePath, extension: extensionOf(tempFilePath) }))
  } catch (error) {
    if (/cancel/.test(String((error as { errMsg?: string }).errMsg))) return []
    throw error
  }
}

/** Shows pictures large, beginning with one. */
export const showPhotos = (urls: string[], current: string): void => {
  void Taro.previewImage({ urls, current })
}

const extensionOf = (path: string): string => /\.(png|webp)$/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg'
