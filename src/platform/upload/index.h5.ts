import { Offline } from '../offline'

/** Stores a chosen file under a cloud path; gives its file id. Throws `Offline`. */
export const uploadFile = async (cloudPath: string, filePath: string): Promise<string> => {
  try {
    const bytes = await (await fetch(filePath)).blob()
    const response = await fetch(`/_cloud/upload?path=${encodeURIComponent(cloudPath)}`, {
      method: 'POST',
      body: bytes,
    })
    const { fileID, error } = (await response.json()) as { fileID?: string; error?: string }
    if (!fileID) throw new Error(error)
    return fileID
  } catch (error) {
    throw new Offline(error)
  }
}
