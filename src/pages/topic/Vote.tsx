import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  type Choice,
  choices,
  choiceWords,
  councilService,
  type TopicView,
  type VoteBar,
} from '../../../contract/council'
import { leftWords, whenWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import { now } from '../../cloud/now'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'

const { vote: cast } = client(councilService)

const barWords: Record<VoteBar, string> = {
  notOpen: '投票还没开始。',
  closed: '投票已经结束。',
  notOnRoll: '这次由名单上的理事投票，您可以看全过程。',
  voted: '您已经投过了，一人一票。',
}

const ballotChoices = choices.map(value => ({ value, words: choiceWords[value] }))

interface Props {
  id: string
  vote: NonNullable<TopicView['vote']>
  onChanged: (topic: TopicView) => void
}

/** The vote on a topic: the rule, the ballot for those on the roll, and after the close the count line by line. */
export const Vote = ({ id, vote, onChanged }: Props) => {
  const { rule, opensAt, closesAt, roll, mine, bar, result } = vote
  const [choice, setChoice] = useState<Choice>()
  const { send, sending, error } = useSend(cast)
  const press = async () => {
    const answer = choice && (await send({ id, choice }))
    if (answer) onChanged(answer.topic)
  }
  const t = now()
  return (
    <View>
      <Card title="怎么算通过">
        <View>{rule}</View>
        <View className="topic__more">
          名单：固定席 {roll.fixed} 位，流动席 {roll.rotating} 位
        </View>
        <View className="topic__more">
          {t < opensAt
            ? `${whenWords(opensAt, t)} 开始投票`
            : t < closesAt
              ? `投票到 ${whenWords(closesAt, t)}，${leftWords(closesAt, t)}`
              : `${whenWords(closesAt, t)} 结束`}
        </View>
      </Card>
      {result && (
        <Card title={result.passed ? '结果：通过' : '结果：没有通过'}>
          {result.explanation.map(line => (
            <View key={line}>{line}</View>
          ))}
        </Card>
      )}
      {mine && <Notice title={`您投了：${choiceWords[mine.choice]}`}>{whenWords(mine.at, t)} 投的</Notice>}
      {bar && !mine && <Notice>{barWords[bar]}</Notice>}
      {!bar && (
        <Card title="请您投票">
          <Tiles
            label="同意还是不同意"
            choices={ballotChoices}
            {...(choice && { chosen: choice })}
            onChoose={setChoice}
          />
          {error && <Notice kind="danger">{error.message}</Notice>}
          <Button kind="main" busy={sending} disabled={!choice} onPress={() => void press()}>
            {choice ? `投“${choiceWords[choice]}”，投了不能改` : '先选一个'}
          </Button>
        </Card>
      )}
    </View>
  )
}
