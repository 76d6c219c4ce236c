import type { Photo } from '../../contract/photo'
import type { Around } from './reader'
import type { Request, StoredPhoto } from './request'

/** Photos as a screen shows them: with an address where they are stored, and marked where the content check took them away. */
export const viewPhotos = (
  { files }: Pick<Request, 'files'>,
  photos: readonly StoredPhoto[],
  urls: Around['urls'],
): Photo[] =>
  photos.map(({ id }) => {
    const file = files[id]
    const url = file && 'fileId' in file ? urls.get(file.fileId) : undefined
    return { id, ...(url && { url }), ...(file && 'rejected' in file && { rejected: true }) }
  })
