import { View } from '@tarojs/components'
import type { OfficerCard as Officer } from '../../../contract/area'
import { dial } from '../../platform/phone'
import { Button } from '../Button/Button'
import { Tag } from '../Tag/Tag'
import './OfficerCard.scss'

interface Props {
  officer?: Officer
  /** The duty phone, for when the officer is off duty or has none. */
  dutyPhone?: string
}

/** Who looks after this place, whether on duty, and the number to call now. */
export const OfficerCard = ({ officer, dutyPhone }: Props) => {
  const direct = officer?.onDuty ? officer.workPhone : undefined
  const number = direct ?? dutyPhone ?? officer?.workPhone
  return (
    <View className="officer">
      {officer ? (
        <View className="officer__who">
          <View className="officer__face" aria-hidden>
            {officer.name.slice(0, 1)}
          </View>
          <View className="officer__words">
            <View className="officer__name">
              {officer.name} · {officer.post}
            </View>
            <Tag kind={officer.onDuty ? 'calm' : 'warn'}>{officer.onDuty ? '现在在岗' : '现在不在岗'}</Tag>
            <View className="officer__hours">服务时间：{officer.hours}</View>
          </View>
        </View>
      ) : (
        <View className="officer__name">网格员正在安排，社区值班代管</View>
      )}
      {number && (
        <Button
          kind="main"
          label={direct ? `打电话给${officer?.name ?? ''}` : '打社区值班电话'}
          onPress={() => dial(number)}
        >
          {direct ? '打电话' : '打社区值班电话'}
        </Button>
      )}
    </View>
  )
}
