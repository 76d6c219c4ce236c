import { View } from '@tarojs/components'
import type { OfficerCard as Officer } from '../../../contract/area'
import { now } from '../../cloud/now'
import { Tag } from '../Tag/Tag'
import { CallButton } from './CallButton'
import { dutyNow } from './dutyNow'
import { Face } from './Face'
import './OfficerCard.scss'

interface Props {
  officer?: Officer
  /** The duty phone, for when the officer is off duty or has none. */
  dutyPhone?: string
  /** Left out where the call bar is in sight. */
  canCall?: boolean
}

/** Who looks after this place, whether on duty and until when, who stands in, and the number to call now. */
export const OfficerCard = ({ officer, dutyPhone, canCall = true }: Props) => (
  <View className="officer">
    {officer ? <Who officer={officer} /> : <Nobody />}
    {officer?.away &&
      (officer.away.cover ? (
        <View className="officer__cover">
          <View>这几天由他顶班：</View>
          <Who officer={officer.away.cover} />
        </View>
      ) : (
        <View className="officer__cover">这几天有事请打值班电话。</View>
      ))}
    {canCall && <CallButton {...(officer && { officer })} {...(dutyPhone && { dutyPhone })} />}
  </View>
)

const Who = ({ officer }: { officer: Officer }) => {
  const { name, post, hours, photo } = officer
  const { on, words } = dutyNow(officer, now())
  return (
    <View className="officer__who">
      <Face name={name} {...(photo && { photo })} />
      <View className="officer__words">
        <View className="officer__name">
          {name} · {post}
        </View>
        <Tag kind={on ? 'calm' : 'warn'}>{words}</Tag>
        <View className="officer__hours">服务时间：{hours}</View>
      </View>
    </View>
  )
}

const Nobody = () => <View className="officer__name">网格员正在安排，社区值班代管</View>
