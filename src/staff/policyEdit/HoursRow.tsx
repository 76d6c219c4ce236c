import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../design/Button/Button'
import { Field } from '../../design/Field/Field'
import { hoursFrom, hoursWords } from './days'

type Spans = readonly (readonly [number, number])[]

interface Props {
  name: string
  spans: Spans | undefined
  onChange: (spans: Spans | undefined) => void
  error: string | undefined
  /** Hours of one area: without, those of the whole street hold. */
  own?: boolean
}

/** When people work, as 8:30-12:00 14:00-18:00. */
export const HoursRow = ({ name, spans, onChange, error, own = false }: Props) => {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState(spans ? hoursWords(spans) : '')
  const said = hoursFrom(text)
  const none = own && !text.trim()
  if (!open)
    return (
      <View className={`edit__row${error ? ' edit__row--wrong' : ''}`}>
        <View>{name}</View>
        <Button
          label={`${name}上班时间：${spans ? hoursWords(spans) : '没有另外定'}，改`}
          onPress={() => setOpen(true)}
        >
          {spans ? hoursWords(spans) : '没有另外定'}
        </Button>
      </View>
    )
  return (
    <View className="edit__part">
      <Field
        label={`${name}几点到几点上班`}
        hint="8:30-12:00 14:00-18:00"
        value={text}
        onChange={setText}
        {...(!said && !none && { error: '请写成 8:30-12:00 14:00-18:00 这样。' })}
      />
      <Button
        disabled={!said && !none}
        onPress={() => {
          onChange(said)
          setOpen(false)
        }}
      >
        {none ? '和全街道一样' : '好了'}
      </Button>
    </View>
  )
}
