import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RequestMove, RequestView } from '../../../contract/request'
import type { CloudError } from '../../cloud/CloudError'
import { Button } from '../../design/Button/Button'
import { Accept } from './Accept'
import { Confirm } from './Confirm'
import { Reply } from './Reply'
import { Resolve } from './Resolve'

export interface MoveProps {
  request: RequestView
  onChanged: (request: RequestView) => void
  onRefused: (error: CloudError) => void
}

const forms = { reply: Reply, resolve: Resolve, confirm: Confirm, accept: Accept } satisfies Record<
  RequestMove,
  unknown
>

const buttonWords: Record<RequestMove, string> = {
  accept: '受理',
  reply: '说一句',
  resolve: '办好了',
  confirm: '办好了没有？',
}

/** What this person can do now, one form at a time; the first thing to do stands open. */
export const Moves = ({ request, onChanged, onRefused }: MoveProps) => {
  const [open, setOpen] = useState<RequestMove>()
  const first = request.moves.find(move => move === 'accept' || move === 'confirm')
  const shown = open && request.moves.includes(open) ? open : first
  const Form = shown && forms[shown]
  const changed = (next: RequestView) => {
    // She may have opened another form while this one was being sent: that one stays.
    setOpen(now => (now === shown ? undefined : now))
    onChanged(next)
  }
  return (
    <View>
      {Form && <Form request={request} onChanged={changed} onRefused={onRefused} />}
      {request.moves
        .filter(move => move !== shown)
        .map(move => (
          <View key={move} className="request__move">
            <Button onPress={() => setOpen(move)}>{buttonWords[move]}</Button>
          </View>
        ))}
    </View>
  )
}
