import { notPresent } from './matchRule'
import { type CalmKind, calmKinds } from './triagePolicy'

/** Why a danger that was spoken of is none here and now. */
const calmWords: Record<CalmKind, string> = {
  denied: '说的是没有',
  past: '说的是以前的事',
  over: '已经处理好了',
  drill: '说的是演练',
  learning: '说的是宣传、学习',
  elsewhere: '说的是别的地方',
  asking: '是在打听',
  praise: '是在感谢',
  hypothetical: '说的是万一',
  figure: '是打比方',
  maybe: '说得不肯定',
}

/** What a rule missed, as the trace keeps it, in words for staff. */
export const missingWords = (missing: string): string => {
  const [what = '', detail = ''] = missing.split(/: | with /)
  if (what === notPresent)
    return detail
      .split(', ')
      .flatMap(kind => calmKinds.filter(one => one === kind).map(one => calmWords[one]))
      .join('，')
  return what === 'harmless' ? `“${detail}”不是危险` : `旁边说到“${detail}”`
}
