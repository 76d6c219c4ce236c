import type { FileStore } from '../platform/fileStore'
import { ServiceError } from '../serviceError'
import type { WireRequest } from './actions'

/** The storage actions of the protocol; `uploads` is the address under which this call may put files. */
export const storageActions: Record<
  string,
  (files: FileStore, request: WireRequest, uploads: string) => unknown
> = {
  'storage.getUploadMetadata': (files, request, uploads) => {
    const path = String(request.path)
    return {
      url: `${uploads}/${path.split('/').map(encodeURIComponent).join('/')}`,
      token: 'local',
      authorization: 'local',
      fileId: files.id(path),
      cosFileId: files.id(path),
    }
  },

  'storage.batchGetDownloadUrl': (files, request) => ({
    download_list: (request.file_list as { fileid: string; max_age?: number }[]).map(
      ({ fileid, max_age = 7200 }) =>
        forFile(fileid, () => {
          const path = files.path(fileid)
          if (!files.exists(path)) throw new ServiceError('STORAGE_FILE_NONEXIST', fileid)
          return { tempFileURL: files.link(path, max_age), maxAge: max_age }
        }),
    ),
  }),

  'storage.batchDeleteFile': (files, request) => ({
    delete_list: (request.fileid_list as string[]).map(fileid =>
      forFile(fileid, () => {
        files.remove(files.path(fileid))
        return {}
      }),
    ),
  }),
}

/** Each file succeeds or fails by itself. */
const forFile = (fileID: string, work: () => object) => {
  try {
    return { code: 'SUCCESS', fileID, ...work() }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return { code: error.code, fileID, tempFileURL: '' }
  }
}
