import { View } from '@tarojs/components'
import { useState } from 'react'
import { requestService } from '../../../contract/request'
import type { RequestView } from '../../../contract/requestView'
import { client } from '../../cloud/client'
import { Card } from '../../design/Card/Card'
import { Tiles } from '../../design/Tiles/Tiles'
import type { MoveProps } from './Moves'
import { Sentence } from './Sentence'
import { useMove } from './useMove'

const { decideExtension, answerObjection } = client(requestService)

type Verdict = 'yes' | 'no'

interface Deciding {
  title: string
  /** What is asked for, in the words of whoever asks. */
  asked: string
  question: string
  yes: string
  no: string
  label: string
  action: (input: {
    id: string
    version: number
    yes: boolean
    text: string
    token: string
  }) => Promise<{ request: RequestView }>
}

/** Yes or no to what somebody else asked for, with the reason. */
const Decide = ({ deciding, ...props }: MoveProps & { deciding: Deciding }) => {
  const { title, asked, question, yes, no, label, action } = deciding
  const [verdict, setVerdict] = useState<Verdict>()
  const [text, setText] = useState('')
  const { send, sending, error } = useMove(action, props)
  const { id, version } = props.request
  return (
    <Card title={title}>
      <View className="request__text">“{asked}”</View>
      <Tiles
        label={question}
        choices={[
          { value: 'yes', words: yes },
          { value: 'no', words: no },
        ]}
        {...(verdict && { chosen: verdict })}
        onChoose={setVerdict}
      />
      <Sentence
        label={label}
        text={text}
        onText={setText}
        button="答复"
        sending={sending}
        error={error}
        disabled={!verdict}
        onSend={() => void send({ id, version, yes: verdict === 'yes', text })}
      />
    </Card>
  )
}

const granting: Deciding['action'] = ({ yes: granted, ...input }) => decideExtension({ ...input, granted })
const upholding: Deciding['action'] = ({ yes: upheld, ...input }) => answerObjection({ ...input, upheld })

/** More time, asked for by another officer. */
export const DecideExtension = (props: MoveProps) => (
  <Decide
    {...props}
    deciding={{
      title: '有人申请延期',
      asked: props.request.pending?.text ?? '',
      question: '同意延期吗',
      yes: '同意',
      no: '不同意',
      label: '说明一下',
      action: granting,
    }}
  />
)

/** A resident who does not agree that it was lowered. */
export const AnswerObjection = (props: MoveProps) => {
  const { tier, text = '' } = props.request.pending ?? {}
  const was = props.request.tierWords?.find(one => one.tier === tier)?.words
  return (
    <Decide
      {...props}
      deciding={{
        title: '居民不同意调整级别',
        asked: text,
        question: '改不改回去',
        yes: was ? `改回“${was}”` : '改回去',
        no: '不改',
        label: '答复居民',
        action: upholding,
      }}
    />
  )
}
