import type { Colleague, LeaveView } from '../../../contract/roster'
import { dateWords } from '../../../domain/time/words'
import { day } from '../../../domain/time/china'

/** From when until when, both days away: 11月25日 到 12月1日, 共7天. */
export const leaveWords = ({ from, to }: Pick<LeaveView, 'from' | 'to'>): string => {
  const days = Math.max(1, Math.round((to - from) / day))
  return days === 1 ? `${dateWords(from)}，1天` : `${dateWords(from)}到${dateWords(to - 1)}，共${days}天`
}

/** Who stands in: 由周敏代班. */
export const coverWords = ({ cover }: Pick<LeaveView, 'cover'>): string =>
  cover ? `由${cover.name}代班` : '还没有人代班'

/** Somebody among others who do the same: 周敏 · 第二网格网格员. */
export const colleagueWords = ({ name, area, post }: Pick<Colleague, 'name' | 'area' | 'post'>): string =>
  `${name} · ${area.name}${post}`
