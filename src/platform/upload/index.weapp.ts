import Taro from '@tarojs/taro'
import { Offline } from '../offline'

/** Stores a chosen file under a cloud path; gives its file id. Throws `Offline`. */
export const uploadFile = async (cloudPath: string, filePath: string): Promise<string> => {
  try {
    const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath })
    return fileID
  } catch (error) {
    throw new Offline(error)
  }
}
