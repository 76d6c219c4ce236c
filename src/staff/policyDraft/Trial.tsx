import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { PolicyRehearsal } from '../../../contract/policy'
import type { TierWords } from '../../../contract/requestView'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { Tick } from '../../design/Tick/Tick'
import { authorWords, versionWords } from '../policies/policyWords'
import { pointWords } from './pointWords'

interface Props {
  trial: PolicyRehearsal
  tierWords: TierWords
  /** Lost dangers that are not in the list. */
  hidden: number
  read: ReadonlySet<string>
  onRead: (read: ReadonlySet<string>) => void
  /** It is in force: there is nothing left to tick. */
  done: boolean
}

const open = (id: string) => void Taro.navigateTo({ url: `/pages/request/index?id=${id}` })

/** What a draft would have changed for the newest requests; dangers that it would no longer see come first. */
export const Trial = ({ trial, tierWords, hidden, read, onRead, done }: Props) => {
  const { messages, changed, lostDangers, ways, changes, against, at, by } = trial
  const [all, setAll] = useState(false)
  const others = changes.filter(({ lostDanger }) => !lostDanger)
  const tick = (id: string) => (ticked: boolean) => {
    const next = new Set(read)
    if (ticked) next.add(id)
    else next.delete(id)
    onRead(next)
  }
  return (
    <Card title="试算结果">
      <View>
        {messages === 0
          ? '还没有诉求可以试算。'
          : changed === 0
            ? `最近 ${messages} 件诉求，一件也不变。`
            : `最近 ${messages} 件诉求里，有 ${changed} 件会不一样。`}
      </View>
      <View className="draft__more">
        {authorWords(by)} {whenWords(at, now())} 试算，和{versionWords(against)}比
      </View>
      {lostDangers > 0 && (
        <View className="draft__part">
          <Notice kind="danger" title={`${lostDangers} 件急事不再算急事`}>
            请逐件看过，确实不急的再打勾。
          </Notice>
          {changes
            .filter(({ lostDanger }) => lostDanger)
            .map(({ id, no, text }) => (
              <View key={id} className="draft__lost">
                <View>{text ?? `编号 ${no}`}</View>
                <View className="draft__part">
                  <Button label={`看这件诉求 ${no}`} onPress={() => open(id)}>
                    看这件诉求
                  </Button>
                </View>
                {!done && <Tick ticked={read.has(id)} onChange={tick(id)}>{`${no} 看过了，确实不急`}</Tick>}
              </View>
            ))}
          {hidden > 0 && !done && (
            <Tick ticked={read.has('hidden')} onChange={tick('hidden')}>
              {`还有 ${hidden} 件没有列出，我知道`}
            </Tick>
          )}
        </View>
      )}
      {ways.length > 0 && <View className="draft__heading">怎么变</View>}
      {ways.map(way => (
        <View key={`${way.point}${way.from}${way.to}`} className="draft__row">
          <View>{pointWords(way, tierWords)}</View>
          <View className="draft__times">{way.times} 件</View>
        </View>
      ))}
      {others.length > 0 && !all && (
        <View className="draft__part">
          <Button onPress={() => setAll(true)}>看是哪些诉求（{others.length}）</Button>
        </View>
      )}
      {all &&
        others.map(({ id, no, text, points }) => (
          <View key={id} className="draft__change">
            <View>{text ?? `编号 ${no}`}</View>
            {points.map(point => (
              <View key={point.point} className="draft__more">
                {pointWords(point, tierWords)}
              </View>
            ))}
            <View className="draft__part">
              <Button label={`看这件诉求 ${no}`} onPress={() => open(id)}>
                看这件诉求
              </Button>
            </View>
          </View>
        ))}
    </Card>
  )
}
