import { limits } from '../limits'
import type { FileStore } from '../platform/fileStore'
import { ServiceError } from '../serviceError'
import type { WireRequest } from './wireRequest'

type StorageAction = (files: FileStore, request: WireRequest, uploads: string) => unknown

/** The storage actions of the protocol; `uploads` is the address under which this call may put files. */
export const storageActions: Record<string, StorageAction | undefined> = {
  'storage.getUploadMetadata': (files, request, uploads) => {
    const path = String(request.path ?? '')
    files.refuse(path)
    return {
      url: `${uploads}/${path.split('/').map(encodeURIComponent).join('/')}`,
      token: 'local',
      authorization: 'local',
      fileId: files.id(path),
      // It becomes a header.
      cosFileId: encodeURI(files.id(path)),
    }
  },

  'storage.batchGetDownloadUrl': (files, request) => ({
    download_list: listOf<{ fileid: string; max_age?: number }>(request.file_list).map(
      ({ fileid, max_age = limits.linkSeconds.value }) =>
        forFile(fileid, () => {
          const path = files.path(fileid)
          if (!files.entry(path)) throw new ServiceError('STORAGE_FILE_NONEXIST', fileid)
          return { tempFileURL: files.link(path, max_age), maxAge: max_age }
        }),
    ),
  }),

  'storage.batchDeleteFile': (files, request) => ({
    delete_list: listOf<string>(request.fileid_list).map(fileid =>
      forFile(fileid, () => {
        files.remove(files.path(fileid))
        return {}
      }),
    ),
  }),
}

const listOf = <T>(list: unknown): T[] => {
  const { value: most } = limits.filesAtOnce
  if (!Array.isArray(list)) throw new ServiceError('INVALID_PARAM', 'a list of files is missing')
  if (list.length > most)
    throw new ServiceError('INVALID_PARAM', `the list has ${list.length} files; the limit is ${most}`)
  return list as T[]
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
