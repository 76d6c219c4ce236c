import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { requestService } from '../../../contract/request'
import { whenWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import { now } from '../../cloud/now'
import { useAnswer } from '../../cloud/useAnswer'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import type { MoveProps } from './Moves'
import { useMove } from './useMove'

const { merge, similarTo } = client(requestService)

/** 并案: the open requests most like this one, with what speaks for it; one of them takes it in. */
export const Merge = (props: MoveProps) => {
  const { id, version } = props.request
  const { data, error: failed, loading, reload } = useAnswer(() => similarTo({ id }))
  useEffect(() => void reload(), [reload])
  const [into, setInto] = useState<string>()
  const [text, setText] = useState('')
  const { send, sending, error } = useMove(merge, props)
  return (
    <Card title="和同样的事并在一起">
      {loading && <Loading lines={2} />}
      {failed && <Failed error={failed} onRetry={() => void reload()} />}
      {error && error.field !== 'text' && <Notice kind="danger">{error.message}</Notice>}
      {data?.lines.length === 0 && <View>附近没有看起来一样的事。</View>}
      <View role="radiogroup" aria-label="并到哪一件">
        {data?.lines.map(line => (
          <View
            key={line.id}
            className={`request__like${line.id === into ? ' request__like--chosen' : ''}`}
            role="radio"
            tabIndex={0}
            aria-checked={line.id === into}
            aria-label={`并到 ${line.no}：${line.text}`}
            onClick={() => setInto(line.id)}
          >
            <View>{line.text}</View>
            <View className="request__more">
              {[
                line.label.words,
                `像 ${Math.round(line.score * 100)} 分`,
                ...line.reasons,
                `${whenWords(line.createdAt, now())}反映`,
                ...(line.households > 1 ? [`${line.households} 户`] : []),
              ].join(' · ')}
            </View>
          </View>
        ))}
      </View>
      {data && data.lines.length > 0 && (
        <View>
          <Field
            long
            label="为什么是同一件？居民会看到"
            value={text}
            onChange={setText}
            {...(error?.field === 'text' && { error: error.message })}
          />
          <Notice>每位居民的件都留着，时限照样走，办好了由各人自己确认。并错了可以再分出来。</Notice>
          <Button
            kind="main"
            busy={sending}
            disabled={!into}
            onPress={() => into && void send({ id, version, into, text })}
          >
            并案
          </Button>
        </View>
      )}
    </Card>
  )
}
