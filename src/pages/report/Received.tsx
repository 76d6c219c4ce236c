import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RequestView } from '../../../contract/requestView'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { OfficerCard } from '../../design/OfficerCard/OfficerCard'
import { EmergencyLines } from './EmergencyLines'

/** What she is told at once: the number, how it is handled and why, who has it and by when. */
export const Received = ({ request }: { request: RequestView }) => {
  const { id, no, label, reasons, handler, dutyPhone, turn, emergencyLines } = request
  return (
    <View>
      {emergencyLines.length > 0 && <EmergencyLines lines={emergencyLines} />}
      <Notice title="已收到">
        <View>编号 {no}，打电话问时报这个号。</View>
      </Notice>
      <Card title={label.words}>
        {reasons.map(reason => (
          <View key={reason}>{reason}</View>
        ))}
        {turn.dueAt !== undefined && (
          <View className="report__due">最晚 {whenWords(turn.dueAt, now())} 有人受理</View>
        )}
      </Card>
      {handler && (
        <Card title="谁来办">
          <OfficerCard officer={handler} {...(dutyPhone && { dutyPhone })} />
        </Card>
      )}
      <View className="report__line">
        <Button kind="main" onPress={() => void Taro.redirectTo({ url: `/pages/request/index?id=${id}` })}>
          看办到哪一步了
        </Button>
      </View>
      <Button onPress={() => void Taro.switchTab({ url: '/pages/home/index' })}>回首页</Button>
    </View>
  )
}
