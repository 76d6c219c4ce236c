import { cloud } from '../kernel/cloud'
import { handouts } from '../kernel/collections/handouts'
import type { Database } from '../kernel/database'
import { update } from '../kernel/save'
import { wakeDue } from './wakeDue'

/** Removes exported files whose address works no longer; who took them stays on record. Gives how many. */
export const clearHandouts = (db: Database, now: number): Promise<number> =>
  wakeDue(db, handouts, now, async id => {
    const handout = await db.read(handouts, id)
    if (!handout) return
    const { file, wakeAt: _wakeAt, ...rest } = handout
    // The file first: when this breaks off, the next minute does it again.
    if (file !== undefined) await cloud.deleteFile({ fileList: [file] })
    await update(db, handouts, handout, rest)
  })
