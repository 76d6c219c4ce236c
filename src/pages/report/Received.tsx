import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { SimilarLine } from '../../../contract/requestSimilar'
import type { RequestView } from '../../../contract/requestView'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { OfficerCard } from '../../design/OfficerCard/OfficerCard'
import { homeGrid } from '../../household/remembered'
import { Door } from '../request/Door'
import { askSimilar } from './askSimilar'
import type { Draft } from './draft'
import { EmergencyLines } from './EmergencyLines'
import { Similar } from './Similar'

/** What she is told at once: the number, how it is handled and why, who has it and by when. */
export const Received = ({ request, draft }: { request: RequestView; draft?: Draft }) => {
  const { id, no, tier, label, reasons, notes = [], handler, dutyPhone, turn, emergencyLines } = request
  return (
    <View>
      {emergencyLines.length > 0 && <EmergencyLines lines={emergencyLines} />}
      <Notice title="已收到">
        <View>编号 {no}，打电话问时报这个号。</View>
      </Notice>
      <Door request={request} />
      <Card title={label.words}>
        {reasons.map(reason => (
          <View key={reason}>{reason}</View>
        ))}
        {turn.dueAt !== undefined && (
          <View className="report__due">最晚 {whenWords(turn.dueAt, now())} 有人受理</View>
        )}
      </Card>
      {notes.map(note => (
        <Notice key={note}>{note}</Notice>
      ))}
      {handler && (
        <Card title="谁来办">
          <OfficerCard officer={handler} {...(dutyPhone && { dutyPhone })} />
        </Card>
      )}
      {draft && tier === 'A' && <AlsoReported draft={draft} />}
      <View className="report__line">
        <Button kind="main" onPress={() => void Taro.redirectTo({ url: `/pages/request/index?id=${id}` })}>
          看办到哪一步了
        </Button>
      </View>
      <Button onPress={() => void Taro.switchTab({ url: '/pages/home/index' })}>回首页</Button>
    </View>
  )
}

/** Danger is sent at once; what neighbours have said of it comes after. */
const AlsoReported = ({ draft }: { draft: Draft }) => {
  const [lines, setLines] = useState<SimilarLine[]>([])
  useEffect(() => {
    void askSimilar(draft, homeGrid(), { sent: true }).then(found =>
      setLines(found.filter(({ mine }) => !mine)),
    )
  }, [draft])
  return lines.length ? (
    <View>
      <Notice title="邻居也报了">点“我也遇到”，那一件的进展也会告诉您。</Notice>
      <Similar lines={lines} />
    </View>
  ) : null
}
