import { View } from '@tarojs/components'
import { broughtBy, sourceWords } from '../../../contract/requestTerms'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import type { Draft } from './draft'

const own = 'own'
const choices = [
  ...broughtBy.map(value => ({ value, words: sourceWords[value] })),
  { value: own, words: '我自己反映' },
]

interface Props {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  wrong: (field: string) => string | undefined
}

/** For officers: whose matter it is, and what the hotline calls it. */
export const WhoBrings = ({ draft: { source, order = {} }, onChange, wrong }: Props) => {
  const [atOrder, atDue] = [wrong('external'), wrong('external.due')]
  return (
    <View className="report__part">
      <View className="report__label">这件事是谁报的？</View>
      <Tiles
        label="这件事是谁报的"
        choices={choices}
        chosen={source ?? own}
        onChoose={value => onChange({ source: broughtBy.find(one => one === value) })}
      />
      {wrong('source') && <Notice kind="danger">{wrong('source')}</Notice>}
      {source === 'onBehalf' && <Notice>进展会告诉您，请转告本人。姓名和电话不用写进来。</Notice>}
      {source === 'hotline' && (
        <View>
          <Field
            label="12345 工单号"
            most={40}
            value={order.number ?? ''}
            onChange={number => onChange({ order: { ...order, number } })}
            {...(!atDue && atOrder && { error: atOrder })}
          />
          <Field
            label="工单要求哪天办好？没写就空着"
            hint="如 12-3"
            most={10}
            value={order.due ?? ''}
            onChange={due => onChange({ order: { ...order, due } })}
            {...(atDue && { error: atDue })}
          />
        </View>
      )}
    </View>
  )
}
