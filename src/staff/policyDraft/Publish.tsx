import { View } from '@tarojs/components'
import { useCallback, useState } from 'react'
import { type PolicyDraftView, policyService } from '../../../contract/policy'
import type { InputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import { CloudError } from '../../cloud/CloudError'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { authorWords, policyWords } from '../policies/policyWords'

const { publish } = client(policyService)

interface Props {
  draft: PolicyDraftView
  /** Under whose name it would be published. */
  you: { name: string; post: string }
  lost: number
  allRead: boolean
  onChanged: (draft: PolicyDraftView) => void
  onRefused: (error: CloudError) => void
}

/** Putting a draft in force: asked twice, under the name of whoever does it. */
export const Publish = ({ draft, you, lost, allRead, onChanged, onRefused }: Props) => {
  const [asking, setAsking] = useState(false)
  const told = useCallback(
    (input: InputOf<typeof policyService, 'publish'>) =>
      publish(input).catch((error: unknown) => {
        if (error instanceof CloudError) onRefused(error)
        throw error
      }),
    [onRefused],
  )
  const { send, sending, error } = useSend(told)
  const { id, version, kind } = draft
  const confirm = async () => {
    const published = await send({ id, version, ...(lost > 0 && { lostDangersRead: allRead }) })
    setAsking(false)
    if (published) onChanged(published.draft)
  }
  return (
    <View className="draft__part">
      {error && (
        <Notice kind="danger" title="还没有发布">
          {error.message}
        </Notice>
      )}
      {!allRead && <View className="draft__more">上面的急事都看过、打了勾，才能发布。</View>}
      {asking ? (
        <Card title={`发布${policyWords[kind].name}？`}>
          <View>全街道从现在起按它办，以前已经定下的不变。</View>
          <View>发布人：{authorWords(you)}，会留名。</View>
          <View className="draft__part">
            <Button kind="main" busy={sending} disabled={!allRead} onPress={() => void confirm()}>
              {`以${you.name}的名义发布`}
            </Button>
          </View>
          <View className="draft__part">
            <Button onPress={() => setAsking(false)}>先不发布</Button>
          </View>
        </Card>
      ) : (
        <Button kind="main" disabled={!allRead} onPress={() => setAsking(true)}>
          发布
        </Button>
      )}
    </View>
  )
}
