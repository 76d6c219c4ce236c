import type { printService } from '../../contract/print'
import { Refusal } from '../../contract/refusal'
import { documentId } from '../../domain/id/documentId'
import { dayKey } from '../../domain/time/china'
import { cloud } from '../kernel/cloud'
import type { Handler } from '../kernel/implement'
import { managedAreas } from '../plate/managedAreas'
import { pagePictures } from './pagePictures'
import { readPlates } from './readPlates'
import { sheetPdf } from './sheetPdf'

export const plates: Handler<typeof printService, 'plates'> = async (call, { areaIds, perPage, format }) => {
  const { areas } = await managedAreas(call, areaIds)
  const { plates, unready } = await readPlates(call, areas)
  if (unready.length)
    throw new Refusal('wrongState', `${unready.join('、')}还没有做好牌子，请先点“做牌子”。`, {
      field: 'areaIds',
    })
  const { pdf, missing } = await sheetPdf(plates, perPage)
  const pages = format === 'pdf' ? [pdf] : await pagePictures(pdf)
  // The same sheet again is the same file; storage's own expiry of `sheets/` removes it.
  const day = dayKey(call.now)
  const name = documentId('f', call.caller.personId, day, String(perPage), ...plates.map(({ code }) => code))
  const kept = await Promise.all(
    pages.map((fileContent, n) =>
      cloud.uploadFile({ cloudPath: `sheets/${name}-${n}.${format}`, fileContent }),
    ),
  )
  const { fileList } = await cloud.getTempFileURL({ fileList: kept.map(({ fileID }) => fileID) })
  const title = `公示牌-${plates[0]?.name ?? ''}${plates.length > 1 ? `等${plates.length}块` : ''}`
  return {
    files: fileList.map(({ tempFileURL }, n) => ({
      url: tempFileURL,
      fileName: `${title}${fileList.length > 1 ? `-第${n + 1}张` : ''}.${format}`,
    })),
    ...(missing && { missing }),
  }
}
