import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PolicyDraftView } from '../../../contract/policy'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Card } from '../../design/Card/Card'
import { Tag } from '../../design/Tag/Tag'
import { authorWords, policyWords, versionWords } from './policyWords'

/** One draft in the list; touching it opens it. */
export const DraftRow = ({ id, kind, note, at, by, rehearsal, publishedAs }: PolicyDraftView) => {
  const state = publishedAs ? `已发布，${versionWords(publishedAs)}` : rehearsal ? '试算过' : '还没试算'
  return (
    <Card
      label={`${policyWords[kind].name}：${note}，${state}`}
      onPress={() => void Taro.navigateTo({ url: `/staff/policyDraft/index?id=${id}` })}
    >
      <Tag>{policyWords[kind].name}</Tag>
      <Tag kind={publishedAs ? 'quiet' : rehearsal ? 'calm' : 'warn'}>{state}</Tag>
      <View>{note}</View>
      <View className="policies__more">
        {authorWords(by)} · {whenWords(at, now())}
      </View>
    </Card>
  )
}
