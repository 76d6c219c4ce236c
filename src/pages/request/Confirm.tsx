import { useState } from 'react'
import { requestService } from '../../../contract/request'
import type { Satisfaction, Solved } from '../../../contract/requestTerms'
import { client } from '../../cloud/client'
import { Card } from '../../design/Card/Card'
import { Tiles } from '../../design/Tiles/Tiles'
import type { MoveProps } from './Moves'
import { Sentence } from './Sentence'
import { useMove } from './useMove'

const { confirm } = client(requestService)

const solvedChoices = [
  { value: 'yes', words: '办好了' },
  { value: 'partly', words: '办了一部分' },
  { value: 'no', words: '没办好' },
] as const

const satisfactionChoices = [
  { value: 'good', words: '满意' },
  { value: 'fair', words: '一般' },
  { value: 'poor', words: '不满意' },
] as const

/** The reporter's last word. Anything but "done" needs a sentence and opens the matter again. */
export const Confirm = (props: MoveProps) => {
  const { send, sending, error } = useMove(confirm, props)
  const [solved, setSolved] = useState<Solved>()
  const [satisfaction, setSatisfaction] = useState<Satisfaction>()
  const [text, setText] = useState('')
  const { id, version } = props.request
  const say = (said: { solved: Solved; satisfaction: Satisfaction }) =>
    void send({ id, version, ...said, ...(text.trim() && { text: text.trim() }) })
  return (
    <Card title="办好了没有？">
      <Tiles
        label="办好了没有"
        choices={solvedChoices}
        {...(solved && { chosen: solved })}
        onChoose={setSolved}
      />
      <Tiles
        label="满意不满意"
        choices={satisfactionChoices}
        {...(satisfaction && { chosen: satisfaction })}
        onChoose={setSatisfaction}
      />
      <Sentence
        label={solved && (solved === 'yes' ? '还想说的（可以不写）' : '还差什么？')}
        text={text}
        onText={setText}
        button={solved && solved !== 'yes' ? '请重新办' : '确认'}
        sending={sending}
        error={error}
        disabled={!solved || !satisfaction}
        onSend={() => solved && satisfaction && say({ solved, satisfaction })}
      />
    </Card>
  )
}
