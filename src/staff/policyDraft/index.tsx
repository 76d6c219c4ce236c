import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type PolicyDraftView, policyService } from '../../../contract/policy'
import { whenWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import type { CloudError } from '../../cloud/CloudError'
import { now } from '../../cloud/now'
import { useCall } from '../../cloud/useCall'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Notice } from '../../design/Notice/Notice'
import { Screen } from '../../design/Screen/Screen'
import { authorWords, policyWords, versionWords } from '../policies/policyWords'
import { Findings } from './Findings'
import { Publish } from './Publish'
import { Trial } from './Trial'
import './index.scss'

const { draft: read, rehearse } = client(policyService)

/** A draft: what to look at in it, what it would change, and putting it in force under one's name. */
export default function PolicyDraftPage() {
  const { id = '' } = useRouter().params
  const { data, error, loading, reload, show } = useCall(() => read({ id }))
  const trying = useSend(rehearse)
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  if (!data)
    return (
      <Screen>
        {loading && <Loading lines={4} />}
        {error && <Failed error={error} onRetry={() => void reload()} />}
      </Screen>
    )
  const { draft, you, tierWords } = data
  const changed = (next: PolicyDraftView) => show({ ...data, draft: next })
  const tryIt = async () => {
    const tried = await trying.send({ id })
    if (!tried) return
    setSeen(new Set())
    changed(tried.draft)
  }
  const refused = ({ current }: CloudError) =>
    current !== undefined && changed((current as { draft: PolicyDraftView }).draft)
  const lost = draft.rehearsal?.changes.filter(({ lostDanger }) => lostDanger) ?? []
  const hidden = (draft.rehearsal?.lostDangers ?? 0) - lost.length
  const allRead = lost.every(one => seen.has(one.id)) && (hidden <= 0 || seen.has('hidden'))
  return (
    <Screen>
      <Card title={policyWords[draft.kind].name}>
        <View>{draft.note}</View>
        <View className="draft__more">
          {authorWords(draft.by)} {whenWords(draft.at, now())} 存，从{versionWords(draft.basedOn)}改起
        </View>
        {!draft.publishedAs && (
          <View className="draft__part">
            <Button
              onPress={() => void Taro.navigateTo({ url: `/staff/policyEdit/index?draft=${draft.id}` })}
            >
              照着再改
            </Button>
          </View>
        )}
      </Card>
      {draft.publishedAs && (
        <Notice title={`已发布，是${versionWords(draft.publishedAs)}`}>
          一分钟内全街道都按它办。要回到以前的版本，请到“规则和期限”里选。
        </Notice>
      )}
      <Findings findings={draft.findings} />
      {trying.error && <Notice kind="danger">{trying.error.message}</Notice>}
      {draft.rehearsal && (
        <Trial
          trial={draft.rehearsal}
          tierWords={tierWords}
          hidden={hidden}
          read={seen}
          onRead={setSeen}
          done={!!draft.publishedAs}
        />
      )}
      {!draft.publishedAs && (
        <View className="draft__part">
          <Button
            kind={draft.rehearsal ? 'plain' : 'main'}
            busy={trying.sending}
            onPress={() => void tryIt()}
          >
            {draft.rehearsal ? '再试算一遍' : '用最近的诉求试算一遍'}
          </Button>
        </View>
      )}
      {draft.rehearsal && !draft.publishedAs && (
        <Publish
          draft={draft}
          you={you}
          lost={draft.rehearsal.lostDangers}
          allRead={allRead}
          onChanged={changed}
          onRefused={refused}
        />
      )}
      {draft.publishedAs && (
        <Button onPress={() => void Taro.navigateTo({ url: '/staff/policies/index' })}>看现在用的规则</Button>
      )}
    </Screen>
  )
}
