import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { RosterLine } from '../../../contract/roster'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Tag } from '../../design/Tag/Tag'
import { BindingPart } from './BindingPart'
import { LeaveForm } from './LeaveForm'
import { LeaveLine } from './LeaveLine'

interface Props {
  line: RosterLine
  /** One's own post, instead of a colleague's. */
  isOwn?: boolean
  onChanged: () => void
}

/** One post with its holder: when on duty, when away, and who stands in. */
export const RosterCard = ({ line, isOwn = false, onChanged }: Props) => {
  const { id, name, post, area, hours, onDuty, workPhone, claimed, binding, leaves } = line
  const [isOpen, setOpen] = useState(false)
  return (
    <Card title={isOwn ? `${area.name} · ${post}` : `${name} · ${post}`}>
      <Tag kind={onDuty ? 'calm' : 'quiet'}>{onDuty ? '现在在岗' : '现在不在岗'}</Tag>
      <View>服务时间：{hours}</View>
      {!isOwn && workPhone && (
        <View>
          工作电话：<Text className="roster__number">{workPhone}</Text>
        </View>
      )}
      {!isOwn && !claimed && !binding && <View className="roster__soft">还没有绑定微信，收不到消息</View>}
      {leaves.map(leave => (
        <LeaveLine key={leave.id} officerId={id} name={name} leave={leave} onChanged={onChanged} />
      ))}
      {isOpen && (
        <LeaveForm
          officerId={id}
          onDone={() => {
            setOpen(false)
            onChanged()
          }}
        />
      )}
      <View className="roster__part">
        <Button label={isOwn ? '我要请假' : `给${name}登记请假`} onPress={() => setOpen(!isOpen)}>
          {isOpen ? '先不登记' : isOwn ? '我要请假' : '登记请假'}
        </Button>
      </View>
      {binding && <BindingPart {...binding} officerId={id} name={name} onChanged={onChanged} />}
    </Card>
  )
}
