import { View } from '@tarojs/components'
import type { RequestView } from '../../../contract/requestView'
import { Notice } from '../../design/Notice/Notice'

/** Where a matter belongs that is not the street's own, and who sees one about those who work for it. */
export const Door = ({ request: { door, aboutStaff, mine } }: { request: RequestView }) => (
  <View>
    {door && (
      <Notice kind="warn" title={mine ? `这件事请找${door.name}` : `要找的是${door.name}`}>
        {door.say}
      </Notice>
    )}
    {aboutStaff && (
      <Notice title={mine ? '已经交给上一级' : '反映工作人员或物业'}>
        {mine ? '您说的是工作人员，由上一级来办，他自己看不到。' : '只有上一级看得到，请不要转给被反映的人。'}
      </Notice>
    )}
  </View>
)
