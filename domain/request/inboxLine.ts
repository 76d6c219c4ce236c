import { documentId } from '../id/documentId'
import { listKey } from './requestKeys'

/** One thing one person was told, as stored in `inbox`. */
export interface InboxLine {
  _id: string
  v: 1
  personId: string
  at: number
  text: string
  link: string
  /** `<13-digit at>-<id>` */
  listKey: string
}

interface Told {
  /** The document that is the cause, and which effect of it. */
  causeId: string
  effectId: string
  personId: string
  /** ms */
  at: number
  text: string
  link: string
}

/** The line of one effect. Its id comes from the cause, so that doing the effect again tells nobody twice. */
export const inboxLine = ({ causeId, effectId, personId, at, text, link }: Told): InboxLine => {
  const _id = documentId('i', causeId, effectId)
  return { _id, v: 1, personId, at, text, link, listKey: listKey(at, _id) }
}
