import { Refusal } from '../../contract/refusal'
import type { Handout } from '../../domain/import/handout'
import { minute } from '../../domain/time/china'
import type { Call } from '../kernel/call'
import { cloud } from '../kernel/cloud'
import { handouts } from '../kernel/collections/handouts'
import { insert, update } from '../kernel/save'
import { tempFile } from './tempFile'

/**
 * Gives an address for a file that somebody asked for, which works for some minutes, after which `clock` removes the file.
 * What is to be removed is on record before there is anything in it: a call that is cut off leaves nothing behind. The same
 * call again gives the file again; throws `wrongState` when that is gone.
 */
export const handOut = async (
  { db, now }: Call,
  path: string,
  content: Uint8Array,
  taken: Omit<Handout, 'file' | 'wakeAt'>,
  minutes: number,
): Promise<string> => {
  const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.alloc(0) })
  // A minute more than the address works.
  const wakeAt = now + (minutes + 1) * minute
  if (!(await insert(db, handouts, { ...taken, file: fileID, wakeAt }))) {
    const before = await db.read(handouts, taken._id)
    const kept =
      before?.file === undefined ? undefined : await update(db, handouts, before, { ...before, wakeAt })
    if (!kept) {
      await cloud.deleteFile({ fileList: [fileID] })
      throw new Refusal('wrongState', '这个文件已经过期删掉了，请重新导出。')
    }
  }
  return tempFile(path, content, minutes * 60)
}
