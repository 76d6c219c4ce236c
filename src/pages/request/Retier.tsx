import { View } from '@tarojs/components'
import { useState } from 'react'
import { categories, type Category, categoryWords } from '../../../contract/categories'
import { requestService } from '../../../contract/request'
import { type Tier, tiers } from '../../../contract/tiers'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import type { MoveProps } from './Moves'
import { Sentence } from './Sentence'
import { useMove } from './useMove'

const { retier } = client(requestService)

const categoryChoices = categories.map(value => ({ value, words: categoryWords[value] }))

/** An officer corrects what the machine decided, with the reason. */
export const Retier = (props: MoveProps) => {
  const { id, version, ...request } = props.request
  const tierChoices = (request.tierWords ?? []).map(({ tier: value, words }) => ({ value, words }))
  const [tier, setTier] = useState<Tier>(request.tier)
  const [category, setCategory] = useState<Category>((request.category as Category | undefined) ?? 'other')
  const [choosing, setChoosing] = useState(false)
  const [text, setText] = useState('')
  const { send, sending, error } = useMove(retier, props)
  const change = {
    ...(tier !== request.tier && { tier }),
    ...(category !== request.category && { category }),
  }
  return (
    <Card title="改级别或类别">
      <Tiles label="办理级别" choices={tierChoices} chosen={tier} onChoose={setTier} />
      {choosing ? (
        <Tiles label="类别" choices={categoryChoices} chosen={category} onChoose={setCategory} />
      ) : (
        <View className="request__move">
          <Button onPress={() => setChoosing(true)}>{`类别：${categoryWords[category]}，点这里改`}</Button>
        </View>
      )}
      {tiers.indexOf(tier) > tiers.indexOf(request.tier) && (
        <Notice>调低级别的原因居民会看到，居民不同意可以提意见。</Notice>
      )}
      <Sentence
        label="为什么要改？"
        text={text}
        onText={setText}
        button="改"
        sending={sending}
        error={error}
        disabled={!Object.keys(change).length}
        onSend={() => void send({ id, version, ...change, text })}
      />
    </Card>
  )
}
