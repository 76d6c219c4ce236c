import { View } from '@tarojs/components'
import type { GapView } from '../../../contract/roster'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Notice } from '../../design/Notice/Notice'

/** Somewhere nobody answers, and what to do about it. */
export const GapLine = ({ kind, area, officer, count = 1, since, task }: GapView) => (
  <Notice
    kind="warn"
    title={kind === 'area' ? `${area.name}现在没有人管` : `${area.name}有${count}件事没有人接`}
  >
    <View>
      {officer ? `原来由${officer.name}办，他现在不在岗。` : ''}
      请安排代班的人，或者让别人接手。
    </View>
    <View className="roster__soft">
      {whenWords(since, now())}查到{task && `，由${task}负责`}
    </View>
  </Notice>
)
