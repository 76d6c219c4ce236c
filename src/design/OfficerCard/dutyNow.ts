import type { OfficerCard } from '../../../contract/area'
import { isOnDuty } from '../../../domain/account/whoToCall'
import { whenWords } from '../../../domain/time/words'

/** Whether somebody is at work, in words, and until when that holds: 现在在岗，到今天 18:00. */
export const dutyNow = (
  officer: Pick<OfficerCard, 'onDuty' | 'dutyChangesAt' | 'away'>,
  now: number,
): { on: boolean; words: string } => {
  const { away, dutyChangesAt } = officer
  if (away && now < away.until) {
    // A leave ends with a day: nobody comes back at midnight.
    return { on: false, words: `请假，${whenWords(away.until, now).replace(/ 0:00$/, '')}回来` }
  }
  const on = isOnDuty(officer, now)
  const changes = dutyChangesAt !== undefined && now < dutyChangesAt && whenWords(dutyChangesAt, now)
  if (on) return { on, words: changes ? `现在在岗，到${changes}` : '现在在岗' }
  return { on, words: changes && !officer.onDuty ? `现在不在岗，${changes} 上班` : '现在不在岗' }
}
