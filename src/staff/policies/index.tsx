import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { policyService } from '../../../contract/policy'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { Button } from '../../design/Button/Button'
import { Empty, Failed, Loading } from '../../design/Feedback/Feedback'
import { Notice } from '../../design/Notice/Notice'
import { Screen } from '../../design/Screen/Screen'
import { DraftRow } from './DraftRow'
import { KindCard } from './KindCard'
import './index.scss'

const { list } = client(policyService)

/** 规则和期限: what is in force in this street, since when and by whom, what was before, and what is being prepared. */
export default function PoliciesPage() {
  const { data, error, loading, reload } = useCall(() => list({}))
  return (
    <Screen>
      {loading && <Loading lines={4} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data?.missingYear !== undefined && (
        <Notice kind="warn" title={`工作日历里没有 ${data.missingYear} 年`}>
          跨到这一年的期限只按周一到周五算，不知道放假和补班。请在“工作日历”里加上这一年，再发布。
        </Notice>
      )}
      {data?.kinds.map(one => (
        <KindCard key={one.kind} {...one} />
      ))}
      {data && (
        <View>
          <Button onPress={() => void Taro.navigateTo({ url: '/staff/corrections/index' })}>
            看看人工改过哪些级别和类别
          </Button>
          <View className="policies__heading">草稿</View>
          {data.drafts.map(draft => (
            <DraftRow key={draft.id} {...draft} />
          ))}
          {!data.drafts.length && <Empty title="没有草稿" hint="点上面的“改一改”，改好先存成草稿。" />}
        </View>
      )}
    </Screen>
  )
}
