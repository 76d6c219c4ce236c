import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { RequestMove } from '../../../contract/requestTerms'
import type { RequestView } from '../../../contract/requestView'
import type { CloudError } from '../../cloud/CloudError'
import { Button } from '../../design/Button/Button'
import { Accept } from './Accept'
import { AnswerInfo } from './AnswerInfo'
import { Confirm } from './Confirm'
import { ConfirmDanger } from './ConfirmDanger'
import { AnswerObjection, DecideExtension } from './Decide'
import { Merge } from './Merge'
import { Reply } from './Reply'
import { Resolve } from './Resolve'
import { Retier } from './Retier'
import { AskInfo, Extend, ObjectToIt, Resume, Suspend, Unmerge } from './Say'

export interface MoveProps {
  request: RequestView
  onChanged: (request: RequestView) => void
  onRefused: (error: CloudError) => void
}

const forms: Record<RequestMove, (props: MoveProps) => ReactNode> = {
  confirmDanger: ConfirmDanger,
  accept: Accept,
  answerInfo: AnswerInfo,
  answerObjection: AnswerObjection,
  decideExtension: DecideExtension,
  reply: Reply,
  askInfo: AskInfo,
  extend: Extend,
  retier: Retier,
  suspend: Suspend,
  resume: Resume,
  object: ObjectToIt,
  resolve: Resolve,
  confirm: Confirm,
  merge: Merge,
  unmerge: Unmerge,
}

const buttonWords: Record<RequestMove, string> = {
  confirmDanger: '是急事吗？',
  accept: '受理',
  answerInfo: '补充情况',
  answerObjection: '答复居民的意见',
  decideExtension: '批延期',
  reply: '说一句',
  askInfo: '请居民补充',
  extend: '申请延期',
  retier: '改级别或类别',
  suspend: '挂账',
  resume: '接着办',
  object: '我不同意这样调整',
  resolve: '办好了',
  confirm: '办好了没有？',
  merge: '和同样的事并在一起',
  unmerge: '分出来单独办',
}

/** What somebody waits for: the first of them stands open. */
const awaited: readonly RequestMove[] = [
  ...(['confirmDanger', 'accept', 'answerInfo'] as const),
  ...(['answerObjection', 'decideExtension', 'confirm'] as const),
]

/** What is seldom needed stays behind one button, so that what is needed daily is found at once. */
const seldom: readonly RequestMove[] = ['extend', 'retier', 'suspend', 'unmerge']

/** What this person can do now, one form at a time; the first thing to do stands open. */
export const Moves = ({ request, onChanged, onRefused }: MoveProps) => {
  const [open, setOpen] = useState<RequestMove>()
  const [all, setAll] = useState(false)
  const shown =
    open && request.moves.includes(open) ? open : request.moves.find(move => awaited.includes(move))
  const Form = shown && forms[shown]
  const changed = (next: RequestView) => {
    // She may have opened another form while this one was being sent: that one stays.
    setOpen(now => (now === shown ? undefined : now))
    onChanged(next)
  }
  const others = request.moves.filter(move => move !== shown)
  const offered = others.filter(move => all || !seldom.includes(move))
  return (
    <View>
      {Form && <Form key={shown} request={request} onChanged={changed} onRefused={onRefused} />}
      {offered.map(move => (
        <View key={move} className="request__move">
          <Button onPress={() => setOpen(move)}>{buttonWords[move]}</Button>
        </View>
      ))}
      {offered.length < others.length && (
        <View className="request__move">
          <Button onPress={() => setAll(true)}>其他办法</Button>
        </View>
      )}
    </View>
  )
}
