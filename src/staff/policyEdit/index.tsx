import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type PolicyKind, policyService } from '../../../contract/policy'
import type { TierWords } from '../../../contract/requestView'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { Screen } from '../../design/Screen/Screen'
import { policyWords } from '../policies/policyWords'
import { BodyText } from './BodyText'
import { liesAt } from './forms'
import { PolicyForm } from './PolicyForm'
import './index.scss'

const { read, draft: readDraft, saveDraft } = client(policyService)

interface Opened {
  kind: PolicyKind
  body: string
  tierWords: TierWords
  /** What its author said of it, of a draft. */
  note?: string
}

/** The text of a version (`from`), or of a draft that is gone on with (`draft`). */
const open = async ({ from = '', draft }: { from?: string; draft?: string }): Promise<Opened> => {
  if (draft === undefined) return read({ id: from })
  const { draft: found, body = '', tierWords } = await readDraft({ id: draft, withBody: true })
  return { kind: found.kind, body, tierWords, note: found.note }
}

/** Changing a policy by forms, or as JSON where a form does not reach; what is saved is a draft. */
export default function PolicyEditPage() {
  const params = useRouter().params
  const { data, error, loading, reload } = useCall(() => open(params))
  return (
    <Screen>
      {loading && !data && <Loading lines={4} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {/* Coming back to the page asks again: what was typed stays. */}
      {data && <Editor {...data} />}
    </Screen>
  )
}

const Editor = ({ kind, body, tierWords, note: said = '' }: Opened) => {
  const [policy, setPolicy] = useState<unknown>(() => JSON.parse(body))
  const [text, setText] = useState<string>()
  const [note, setNote] = useState(said)
  const { send, sending, error } = useSend(saveDraft)
  const wrong = (place: string) => (liesAt(error?.field, place) ? error?.message : undefined)
  const save = async () => {
    const saved = await send({ kind, body: text ?? JSON.stringify(policy), note })
    if (saved) void Taro.redirectTo({ url: `/staff/policyDraft/index?id=${saved.draft.id}` })
  }
  const { name, hint } = policyWords[kind]
  return (
    <View>
      <Notice title={`改${name}`}>{hint}先存成草稿，试算过、发布了才算数。</Notice>
      {text === undefined ? (
        <PolicyForm kind={kind} policy={policy} onChange={setPolicy} wrong={wrong} tierWords={tierWords} />
      ) : (
        <BodyText text={text} onChange={setText} />
      )}
      <View className="edit__part">
        {text === undefined ? (
          <Button onPress={() => setText(JSON.stringify(policy, null, 1))}>其他内容：看整份（JSON）</Button>
        ) : (
          <Button
            onPress={() => {
              const parsed = parsedOr(text)
              if (parsed === undefined)
                return void Taro.showToast({ title: '这不是完整的 JSON', icon: 'none' })
              setPolicy(parsed)
              setText(undefined)
            }}
          >
            回到表格
          </Button>
        )}
      </View>
      <View className="edit__part">
        <Field
          label="改了什么，为什么改"
          value={note}
          onChange={setNote}
          most={200}
          {...(error?.field === 'note' && { error: error.message })}
        />
      </View>
      {error && error.field !== 'note' && (
        <Notice kind="danger" title="没有存">
          {error.message}
        </Notice>
      )}
      <Button kind="main" busy={sending} onPress={() => void save()}>
        存成草稿
      </Button>
    </View>
  )
}

/** An object from its JSON; undefined when it is none. */
const parsedOr = (text: string): object | undefined => {
  try {
    const parsed = JSON.parse(text) as unknown
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined
  } catch {
    return undefined
  }
}
