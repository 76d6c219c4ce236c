import { useState } from 'react'
import type { RequestMove } from '../../../contract/requestTerms'
import type { RequestView } from '../../../contract/requestView'
import { requestService } from '../../../contract/request'
import { client } from '../../cloud/client'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import type { MoveProps } from './Moves'
import { Sentence } from './Sentence'
import { useMove } from './useMove'

const { askInfo, extend, suspend, resume, object, unmerge } = client(requestService)

interface Saying {
  title: string
  label: string
  button: string
  /** What it leads to, before it is done. */
  note?: string
  action: (input: {
    id: string
    version: number
    text: string
    token: string
  }) => Promise<{ request: RequestView }>
}

const sayings = {
  askInfo: {
    title: '请居民补充',
    label: '想问什么？',
    button: '发给居民',
    note: '等居民补充的时候，办结的时间停下来；到期没等到就接着算。',
    action: askInfo,
  },
  extend: {
    title: '申请延期',
    label: '为什么要晚几天？居民会看到',
    button: '申请延期',
    action: extend,
  },
  suspend: {
    title: '挂账',
    label: '为什么眼下办不了？居民会看到',
    button: '挂账',
    note: '到时候要再看一次：能办就接着办，还不能办就再说明原因。',
    action: suspend,
  },
  resume: { title: '接着办', label: '怎么又能办了？居民会看到', button: '接着办', action: resume },
  object: {
    title: '我不同意这样调整',
    label: '为什么不同意？',
    button: '提意见',
    note: '会交给社区和街道答复您。',
    action: object,
  },
  unmerge: {
    title: '分出来单独办',
    label: '为什么不是同一件？居民会看到',
    button: '分出来',
    action: unmerge,
  },
} satisfies Partial<Record<RequestMove, Saying>>

/** One sentence and a button: the moves that need nothing else. */
const Say = ({ saying, ...props }: MoveProps & { saying: Saying }) => {
  const { title, label, button, note, action } = saying
  const [text, setText] = useState('')
  const { send, sending, error } = useMove(action, props)
  const { id, version } = props.request
  return (
    <Card title={title}>
      <Sentence
        label={label}
        text={text}
        onText={setText}
        button={button}
        sending={sending}
        error={error}
        onSend={() => void send({ id, version, text })}
      >
        {note && <Notice>{note}</Notice>}
      </Sentence>
    </Card>
  )
}

export const AskInfo = (props: MoveProps) => <Say {...props} saying={sayings.askInfo} />
export const Extend = (props: MoveProps) => <Say {...props} saying={sayings.extend} />
export const Suspend = (props: MoveProps) => <Say {...props} saying={sayings.suspend} />
export const Resume = (props: MoveProps) => <Say {...props} saying={sayings.resume} />
export const Unmerge = (props: MoveProps) => <Say {...props} saying={sayings.unmerge} />
export const ObjectToIt = (props: MoveProps) => <Say {...props} saying={sayings.object} />
