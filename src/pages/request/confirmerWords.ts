import type { Source } from '../../../contract/requestTerms'

/** For staff: who says whether it is done, by who brought it. */
export const confirmerWords: Record<Source, string> = {
  resident: '等居民确认',
  patrol: '等上一级核查',
  onBehalf: '等登记的人问过居民再确认',
  hotline: '等登记的人确认',
}
