import { imageSize } from 'image-size'
import type { KeptFile, StoredPhoto } from '../../domain/request/request'
import { cloud } from './cloud'
import { stripMetadata } from './stripMetadata'

const bytesMost = 10 * 1024 * 1024
const sideMost = 12_000
const extensions: Record<string, string> = { jpg: 'jpg', png: 'png', webp: 'webp' }

/** The pictures an action was sent, as they are kept with the document; ids are unique within it. */
export const storedPhotos = (token: string, files: readonly string[]): StoredPhoto[] =>
  files.map((inbox, n) => ({ id: `${token.slice(0, 12)}-${n}`, inbox }))

/**
 * Keeps a checked copy of an uploaded picture under `folder` and removes the upload. The type is read from the content,
 * the size from the header, and metadata (place, camera, time) is left out. Doing it twice gives the same copy.
 */
export const keepPhoto = async (photo: StoredPhoto, folder: string): Promise<KeptFile> => {
  const { fileContent } = await cloud.downloadFile({ fileID: photo.inbox })
  const extension = pictureType(fileContent)
  if (!extension) return { rejected: true }
  const { fileID } = await cloud.uploadFile({
    cloudPath: `${folder}/${photo.id}.${extension}`,
    fileContent: stripMetadata(fileContent),
  })
  // The upload would only be a second copy; when this fails, storage's own expiry of `inbox/` removes it.
  await cloud.deleteFile({ fileList: [photo.inbox] }).catch(() => undefined)
  return { fileId: fileID }
}

/** The file extension for what the bytes really are; undefined when it is no picture we show or is too large. */
export const pictureType = (bytes: Buffer): string | undefined => {
  if (bytes.length > bytesMost) return undefined
  try {
    const { type, width, height } = imageSize(bytes)
    return width <= sideMost && height <= sideMost ? extensions[type ?? ''] : undefined
  } catch {
    // image-size throws for anything that is not a picture.
    return undefined
  }
}

/** Storage gives out so many addresses in one call. https://docs.cloudbase.net/api-reference/server/node-sdk/storage */
const addressesAtOnce = 50

/** Short-lived addresses for kept files, by file id: one storage call for every fifty. */
export const fileUrls = async (files: readonly KeptFile[]): Promise<Map<string, string>> => {
  const kept = files.flatMap(file => ('fileId' in file ? [file.fileId] : []))
  const urls = new Map<string, string>()
  for (let from = 0; from < kept.length; from += addressesAtOnce) {
    const { fileList } = await cloud.getTempFileURL({ fileList: kept.slice(from, from + addressesAtOnce) })
    for (const { fileID, tempFileURL } of fileList) if (tempFileURL) urls.set(fileID, tempFileURL)
  }
  return urls
}
