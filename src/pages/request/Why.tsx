import { View } from '@tarojs/components'
import { useState } from 'react'
import type { RequestView } from '../../../contract/requestView'
import { type RequestWhy, trustWords } from '../../../contract/requestWhy'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'

const answerWords: Record<RequestWhy['answers'][number]['what'], string> = {
  tier: '级别',
  category: '类别',
  type: '诉求类型',
}

/** Why it is handled like this: the reason everybody reads; for officers, behind a button, how the machine came to it. */
export const Why = ({ request: { reasons, notes = [], why } }: { request: RequestView }) => {
  const [open, setOpen] = useState(false)
  return (
    <Card title="为什么这样办">
      {reasons.map(reason => (
        <View key={reason}>{reason}</View>
      ))}
      {notes.map(note => (
        <View key={note} className="request__note">
          {note}
        </View>
      ))}
      {why && open && <Trace why={why} isSaid={reasons.includes(why.say)} />}
      {why && (
        <View className="request__note">
          <Button onPress={() => setOpen(!open)}>{open ? '收起' : '为什么这样分'}</Button>
        </View>
      )}
    </Card>
  )
}

/** `isSaid`: its sentence stands above already; where people have put it elsewhere, theirs does. */
const Trace = ({ why, isSaid }: { why: RequestWhy; isSaid: boolean }) => (
  <View role="group" aria-label="为什么这样分">
    <View className="request__note" role="heading" aria-level={3}>
      机器先这样分
    </View>
    {why.answers.map(({ what, is, trust }) => (
      <View key={what} className="request__note">
        {answerWords[what]}：{is}
        <View className="request__more">{trustWords[trust]}</View>
      </View>
    ))}
    <View className="request__note">
      {!isSaid && why.say}
      <View className="request__more">
        {why.rule ? `按规则 ${why.rule}` : '没有一条规则定得下来，是按学过的例子分的'}
        {why.words.length > 0 && `，看到：${why.words.join('、')}`}
      </View>
    </View>
    <Beside title="也对得上的规则" rules={why.also} />
    <Beside title="差一点对上的规则" rules={why.near} />
    <View className="request__note request__more">
      规则版本 {why.policy}，模型 {why.model}
    </View>
  </View>
)

type BesideRule = RequestWhy['also'][number] & { missing?: string }

const Beside = ({ title, rules }: { title: string; rules: readonly BesideRule[] }) =>
  rules.length ? (
    <View className="request__note">
      <View role="heading" aria-level={3}>
        {title}
      </View>
      {rules.map(({ rule, say, words, missing }) => (
        <View key={`${rule} ${missing}`} className="request__beside">
          {say ?? `看到：${words.join('、')}`}
          <View className="request__more">
            规则 {rule}
            {missing && `，没有用上：${missing}`}
          </View>
        </View>
      ))}
    </View>
  ) : null
