import { isPictured, type Plate } from '../../domain/plate/plate'
import { plateCode } from '../../domain/plate/plateCode'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { cloud } from '../kernel/cloud'
import { plates } from '../kernel/collections/plates'
import { settings } from '../kernel/settings'
import { codePicture, NoPicture } from './codePicture'

/** Pictures asked for at the same time. */
const atOnce = 5
/** No further picture is begun after this, ms: the rest is done when the call is sent again. */
const timeMost = 10_000

interface Pictured {
  plate: Plate
  /** Why there is none. */
  problem?: string
}

/**
 * Gives each plate the picture of its present code: made by WeChat once for every issue and kept in storage. One that fails
 * leaves its plate without; what would fail for all of them is asked only once.
 */
export const givePictures = async (call: Call, all: readonly Plate[]): Promise<Pictured[]> => {
  const begun = Date.now()
  const done: Pictured[] = all.map(plate => ({ plate }))
  const waiting = done.filter(({ plate }) => !isPictured(plate))
  let hopeless: string | undefined
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (hopeless === undefined && Date.now() - begun > timeMost) hopeless = '这一批还没做完，请再点一次。'
      if (hopeless !== undefined) {
        next.problem = hopeless
        continue
      }
      try {
        next.plate = await givePicture(call, next.plate)
      } catch (error) {
        if (!(error instanceof NoPicture)) throw error
        console.error(JSON.stringify({ plate: next.plate._id, error: String(error.cause) }))
        next.problem = error.words
        if (error.forAll) hopeless = error.words
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return done
}

const givePicture = async ({ db }: Call, plate: Plate): Promise<Plate> => {
  const { issue } = plate
  const { bytes, extension } = await codePicture(plateCode(plate._id, issue, settings.plateKey()))
  const { fileID } = await cloud.uploadFile({
    cloudPath: `plates/${plate._id}/${issue}.${extension}`,
    fileContent: bytes,
  })
  const saved = await change(db, plates, {
    id: plate._id,
    permit: () => undefined,
    // Issued anew meanwhile: the picture is of a code that counts no more.
    decide: now => (now.issue === issue ? { ...now, picture: { issue, fileId: fileID } } : now),
  })
  const before = plate.picture?.fileId
  if (before && before !== saved.picture?.fileId)
    await cloud.deleteFile({ fileList: [before] }).catch(() => undefined)
  return saved
}
