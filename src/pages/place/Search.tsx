import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../design/Button/Button'
import { Empty, Loading } from '../../design/Feedback/Feedback'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { type FoundLine, useSearch } from './useSearch'

const kindWords: Record<FoundLine['kind'], string> = { area: '网格', place: '地方', officer: '工作人员' }

/** Finding by name: an estate, a building, a 地标, a grid, or an officer's whole name. */
export const Search = ({ onFound }: { onFound: (line: FoundLine) => void }) => {
  const [words, setWords] = useState('')
  const { tooShort, searching, found, error, retry } = useSearch(words)
  return (
    <View>
      <Field
        label="搜小区、楼栋、地标，或网格员全名"
        hint="如：桂花苑3栋"
        most={40}
        value={words}
        onChange={setWords}
      />
      {tooShort && <View className="place__hint">再多打一个字就能找。</View>}
      {searching && <Loading lines={2} />}
      {error && (
        <Notice kind="warn" title={error.code === 'offline' ? '网络不通' : '没有找成'}>
          <View className="place__row">
            {error.code === 'offline'
              ? '等有网络了再找。急事请直接打电话。'
              : error.code === 'tooMany'
                ? '找得太快了，请过几分钟再搜，也可以从名单里选。'
                : error.message}
          </View>
          {error.code !== 'tooMany' && <Button onPress={retry}>再找一次</Button>}
        </Notice>
      )}
      {found?.length === 0 && (
        <Empty title="没有找到" hint="换个叫法试试，比如小区名。找人要写全名。也可以看地图、翻名单。" />
      )}
      {found?.map((line, n) => (
        <View
          key={`${line.kind}${line.name}${line.where}${n}`}
          className="place__found"
          role="button"
          tabIndex={0}
          aria-label={`${line.name}，${line.what ?? kindWords[line.kind]}，${line.where}`}
          hoverClass="button--pressed"
          onClick={() => onFound(line)}
        >
          <View className="place__name">{line.name}</View>
          <View className="place__hint">
            {line.what ?? kindWords[line.kind]} · {line.where}
          </View>
        </View>
      ))}
    </View>
  )
}
