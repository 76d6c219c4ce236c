import Taro from '@tarojs/taro'
import { Offline } from '../offline'

/** Stores a chosen file under a cloud path; gives its file id. `onProgress` hears the share that is sent, 0 – 1. Throws `Offline`. */
export const uploadFile = async (
  cloudPath: string,
  filePath: string,
  onProgress?: (share: number) => void,
): Promise<string> => {
  try {
    if (onProgress) return await uploadAloud(cloudPath, filePath, onProgress)
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath })
    return fileID
  } catch (error) {
    throw new Offline(error)
  }
}

/** With callbacks WeChat gives a task that says how far it is, and no promise. */
const uploadAloud = (
  cloudPath: string,
  filePath: string,
  onProgress: (share: number) => void,
): Promise<string> =>
  new Promise((done, fail) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }) => done(fileID),
      fail,
    }) as { onProgressUpdate?: (hear: (told: { progress: number }) => void) => void } | undefined
    task?.onProgressUpdate?.(({ progress }) => onProgress(progress / 100))
  })
