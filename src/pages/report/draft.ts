import type { Brought, Tile } from '../../../contract/requestTerms'
import type { Place } from '../../../contract/place'
import type { LocalPhoto } from '../../platform/photo'
import { forget, recall, remember } from '../../platform/storage'

/** A report as it is being written; it survives leaving the page and a dead battery. */
export interface Draft {
  text: string
  address: string
  place: Place
  /** The place of the household it is about, when one was chosen. */
  placeId?: string
  photos: LocalPhoto[]
  tile?: Tile
  /** An officer brings it for another. */
  source?: Brought | undefined
  /** The hotline's work order, as it was typed. */
  order?: { number?: string; due?: string }
  /** Names the report from its first sending on: a retry, even tomorrow, makes one request. */
  token?: string
  /** File ids of pictures that were sent already, by local path. */
  sent: Record<string, string>
}

const key = 'reportDraft'
const blank: Draft = { text: '', address: '', place: {}, photos: [], sent: {} }

/** The report begun last and not sent, or a blank one. */
export const recallDraft = (): Draft => recall<Draft>(key) ?? blank

/** Keeps what is there so far, in case the phone leaves the page. */
export const keepDraft = (draft: Draft): void => remember(key, draft)

/** It was sent. */
export const dropDraft = (): void => forget(key)
