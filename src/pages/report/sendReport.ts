import { requestService } from '../../../contract/request'
import type { RequestView } from '../../../contract/requestView'
import { validate } from '../../../contract/validate'
import { CloudError } from '../../cloud/CloudError'
import { client } from '../../cloud/client'
import { Offline } from '../../platform/offline'
import { newToken } from '../../platform/token'
import { uploadFile } from '../../platform/upload'
import { type Draft, keepDraft } from './draft'
import { broughtInput } from './broughtInput'
import { reportInput } from './reportInput'

const { submit } = client(requestService)

/**
 * Sends a report: its pictures, then itself. What has got through is kept in the draft, so that trying again goes on
 * where it stopped and makes one request. Throws `CloudError`.
 */
export const sendReport = async (given: Draft, homeGridId?: string): Promise<RequestView> => {
  let draft = { ...given, token: given.token ?? (await newToken()) }
  const input = (photos: string[]) => ({
    ...reportInput(draft, homeGridId),
    ...broughtInput(draft),
    photos,
    token: draft.token,
  })
  // Words are checked before the first picture costs her any data.
  const checked = validate(requestService.actions.submit.input, input([]))
  if (!checked.ok) throw new CloudError('invalid', checked.message, checked.field)

  keepDraft(draft)
  const folder = await newToken()
  for (const [n, { path, extension }] of draft.photos.entries()) {
    if (draft.sent[path]) continue
    const fileId = await uploadFile(`inbox/${folder}/${n}.${extension}`, path).catch((error: unknown) => {
      if (!(error instanceof Offline)) throw error
      throw new CloudError('offline', '网络不通，照片没有传上去。内容已经存好，有网了再点一次发送。')
    })
    draft = { ...draft, sent: { ...draft.sent, [path]: fileId } }
    keepDraft(draft)
  }
  const { request } = await submit(input(draft.photos.flatMap(({ path }) => draft.sent[path] ?? [])))
  return request
}
