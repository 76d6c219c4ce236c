import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { InboxItem } from '../../../contract/account'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Card } from '../../design/Card/Card'
import { Tag } from '../../design/Tag/Tag'

/** One thing I was told; touching it opens what it is about. */
export const InboxRow = ({ text, at, link, unread }: InboxItem) => (
  <Card label={`${unread ? '未看：' : ''}${text}`} onPress={() => void Taro.navigateTo({ url: link })}>
    {unread && <Tag kind="warn">新</Tag>}
    <View>{text}</View>
    <View className="me__more">{whenWords(at, now())}</View>
  </Card>
)
