import Taro from '@tarojs/taro'
import { Offline } from '../offline'

/** A file the person chose. */
export interface LocalFile {
  path: string
  name: string
  /** Bytes. */
  size: number
}

/** What WeChat opens by itself, with a menu to send or print it. */
const documents = ['pdf', 'xlsx'] as const

/**
 * Lets the person choose a file with one of these endings from a chat (send it to 文件传输助手 first: a mini program sees no
 * others); undefined when they think better of it.
 */
export const chooseFile = async (endings: readonly string[]): Promise<LocalFile | undefined> => {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...endings] })
    const [file] = tempFiles
    return file && { path: file.path, name: file.name, size: file.size }
  } catch (error) {
    if (/cancel/.test(String((error as { errMsg?: string }).errMsg))) return undefined
    throw error
  }
}

/** Hands a file of the cloud to the person: a document opens, a picture is shown to be kept, another goes to a chat. Throws `Offline`. */
export const openFile = async (url: string, fileName: string): Promise<void> => {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (ending === 'png') return void (await Taro.previewImage({ urls: [url] }))
  const { tempFilePath } = await Taro.downloadFile({ url }).catch((error: unknown) => {
    throw new Offline(error)
  })
  const fileType = documents.find(known => known === ending)
  if (fileType) return void (await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true }))
  await Taro.shareFileMessage({ filePath: tempFilePath, fileName })
}
