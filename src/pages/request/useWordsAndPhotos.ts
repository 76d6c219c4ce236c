import { useState } from 'react'
import { CloudError } from '../../cloud/CloudError'
import { Offline } from '../../platform/offline'
import type { LocalPhoto } from '../../platform/photo'
import { newToken } from '../../platform/token'
import { uploadFile } from '../../platform/upload'

/** A sentence and pictures being put together, and the pictures' file ids when they are sent. */
export const useWordsAndPhotos = () => {
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<LocalPhoto[]>([])
  const [sent, setSent] = useState<Record<string, string>>({})

  /** Sends the pictures that were not sent yet. Throws `CloudError` when there is no network. */
  const upload = async (): Promise<string[]> => {
    const all = { ...sent }
    const folder = await newToken()
    for (const [n, { path, extension }] of photos.entries()) {
      all[path] ??= await uploadFile(`inbox/${folder}/${n}.${extension}`, path).catch((error: unknown) => {
        if (!(error instanceof Offline)) throw error
        throw new CloudError('offline', '网络不通，照片没有传上去，请再点一次。')
      })
      setSent({ ...all })
    }
    return photos.flatMap(({ path }) => all[path] ?? [])
  }
  return { text, setText, photos, setPhotos, upload }
}
