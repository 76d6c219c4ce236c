import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type PolicyKind, policyService } from '../../../contract/policy'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { policyWords, versionWords } from './policyWords'

const { saveDraft } = client(policyService)

/** The way back to an earlier version: a draft of it, to be tried and published like any other. */
export const GoBack = ({ kind, version }: { kind: PolicyKind; version: string }) => {
  const { send, sending, error } = useSend(saveDraft)
  const words = versionWords(version)
  const save = async () => {
    const saved = await send({ kind, from: version, note: `回到${words}` })
    if (saved) void Taro.navigateTo({ url: `/staff/policyDraft/index?id=${saved.draft.id}` })
  }
  return (
    <View>
      {error && <Notice kind="danger">{error.message}</Notice>}
      <Button label={`${policyWords[kind].name}回到${words}`} busy={sending} onPress={() => void save()}>
        回到{words}
      </Button>
    </View>
  )
}
