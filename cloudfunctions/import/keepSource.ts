import { importBytesMost } from '../../contract/importTerms'
import type { Run } from '../../domain/import/run'
import { cloud } from '../kernel/cloud'
import { Unreadable } from './files/Unreadable'

/**
 * Keeps a copy of the uploaded file under the run, where storage's own expiry of `inbox/` does not reach it. Doing it twice
 * gives the same copy. Throws `Unreadable` for a file that is gone, empty or too large.
 */
export const keepSource = async ({ _id, inbox }: Run): Promise<string> => {
  const { fileContent } = await cloud.downloadFile({ fileID: inbox }).catch((error: unknown) => {
    // Anything else passes, and the next call tries again.
    if ((error as { code?: string }).code !== 'STORAGE_FILE_NONEXIST') throw error
    throw new Unreadable('文件没有传上来，或已经过期了。请重新上传。')
  })
  if (!fileContent.length) throw new Unreadable('文件是空的。请检查后重新上传。')
  if (fileContent.length > importBytesMost) {
    const size = (fileContent.length / 1024 / 1024).toFixed(1)
    throw new Unreadable(`文件有 ${size} MB，一次最多 10 MB。请按社区或街区分开导入。`)
  }
  const ending = inbox.split('.').at(-1)?.toLowerCase() ?? ''
  const { fileID } = await cloud.uploadFile({ cloudPath: `imports/${_id}/source.${ending}`, fileContent })
  return fileID
}
