import { documentId } from '../../domain/id/documentId'
import { listKey } from '../../domain/request/requestKeys'

/** One thing one person was told, as stored in `inbox`. */
export interface InboxLine {
  _id: string
  v: 1
  personId: string
  at: number
  text: string
  link: string
  listKey: string
}

/** The inbox line of one effect: its id comes from the cause, as in the cloud, so that it is told once. */
export const inboxLine = (told: {
  causeId: string
  effectId: string
  personId: string
  at: number
  text: string
  link: string
}): InboxLine => {
  const { causeId, effectId, personId, at, text, link } = told
  const _id = documentId('i', causeId, effectId)
  return { _id, v: 1, personId, at, text, link, listKey: listKey(at, _id) }
}
