import { Offline } from '../offline'

/** Stores a chosen file under a cloud path; gives its file id. `onProgress` hears the share that is sent, 0 – 1. Throws `Offline`. */
export const uploadFile = async (
  cloudPath: string,
  filePath: string,
  onProgress?: (share: number) => void,
): Promise<string> => {
  try {
    const bytes = await (await fetch(filePath)).blob()
    const { fileID, error } = await send(
      `/_cloud/upload?path=${encodeURIComponent(cloudPath)}`,
      bytes,
      onProgress,
    )
    if (!fileID) throw new Error(error)
    return fileID
  } catch (error) {
    throw new Offline(error)
  }
}

/** Not `fetch`: that one does not say how much is sent. */
const send = (
  address: string,
  bytes: Blob,
  onProgress?: (share: number) => void,
): Promise<{ fileID?: string; error?: string }> =>
  new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.responseType = 'json'
    if (onProgress)
      request.upload.addEventListener('progress', ({ loaded, total }) =>
        onProgress(total ? loaded / total : 0),
      )
    request.addEventListener('load', () => done((request.response ?? {}) as { fileID?: string }))
    request.addEventListener('error', () => fail(new Error(`no answer: ${address}`)))
    request.send(bytes)
  })
