import { View } from '@tarojs/components'
import { useState } from 'react'
import type { CalendarData } from '../../../domain/time/calendar'
import { Button } from '../../design/Button/Button'
import { Field } from '../../design/Field/Field'
import { daysFrom } from './days'

type Year = CalendarData['years'][string]

interface Props {
  year: number
  known?: Year
  /** With nothing when it was only looked at. */
  onDone: (days?: Year) => void
}

const example = '01-01 02-16~02-20'

/** One year of the calendar, as it stands in the notice. */
export const YearForm = ({ year, known, onDone }: Props) => {
  const [off, setOff] = useState(known?.off.join(' ') ?? '')
  const [work, setWork] = useState(known?.work.join(' ') ?? '')
  const [source, setSource] = useState(known?.source ?? `国务院办公厅关于${year}年部分节假日安排的通知`)
  const [asked, setAsked] = useState(false)
  const days = { off: daysFrom(off, year), work: daysFrom(work, year) }
  const keep = () => {
    if (days.off?.length && days.work) onDone({ source, off: days.off, work: days.work })
    else setAsked(true)
  }
  const error = `请写成 ${example} 这样，${year} 年有的日子。`
  return (
    <View className="edit__part">
      <Field
        long
        label={`${year} 年放假的日子`}
        hint={example}
        value={off}
        onChange={setOff}
        {...(asked && !days.off?.length && { error })}
      />
      <Field
        long
        label={`${year} 年周末补班的日子`}
        hint="02-14 02-28"
        value={work}
        onChange={setWork}
        {...(asked && !days.work && { error })}
      />
      <Field label={`${year} 年的依据`} value={source} onChange={setSource} most={200} />
      <Button onPress={keep}>记下 {year} 年</Button>
      <View className="edit__part">
        <Button onPress={() => onDone()}>不改</Button>
      </View>
    </View>
  )
}
