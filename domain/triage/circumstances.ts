import type { Category } from '../../contract/categories'
import type { Source } from '../../contract/requestTerms'

/** What is known of a report beside its words. It can make a danger of a doubt and sure of unsure, never the other way. */
export interface Circumstances {
  /** How many pictures came with it. */
  photos: number
  /** Who brought it. */
  source: Source
  /** What has lately been reported at the same building; absent where no building is named or nothing was. */
  before?: Before
}

/** Of a resident's words and nothing else. */
export const wordsAlone: Circumstances = { photos: 0, source: 'resident' }

/** What has lately been reported at one building, in numbers. */
export interface Before {
  /** The published summary it was taken from. */
  summary: string
  /** Dangers by their kind, one of `history.kinds` of the policy. */
  dangers: Readonly<Record<string, number>>
  /** Reports by category. */
  matters: Partial<Readonly<Record<Category, number>>>
}

/** No more days than this are remembered of one kind at one building: nobody counts beyond. */
export const daysMost = 9

/** Circumstances that something asks for: all that are named have to hold. */
export interface Given {
  /** So many pictures. */
  photos?: { least?: number; most?: number }
  /** Brought in one of these ways. */
  source?: readonly Source[]
  /** So many dangers of a kind reported at the same building. */
  danger?: { kind: string; least: number }
}

/** Whether circumstances are as they are asked for. */
export const holds = ({ photos, source, danger }: Given, now: Circumstances): boolean =>
  (photos?.least === undefined || now.photos >= photos.least) &&
  (photos?.most === undefined || now.photos <= photos.most) &&
  (!source || source.includes(now.source)) &&
  (!danger || (now.before?.dangers[danger.kind] ?? 0) >= danger.least)
