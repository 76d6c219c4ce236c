import { View } from '@tarojs/components'
import { useState } from 'react'
import { areaService } from '../../../contract/area'
import type { CalendarData } from '../../../domain/time/calendar'
import { client } from '../../cloud/client'
import { useAsk } from '../../cloud/useAsk'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Failed } from '../../design/Feedback/Feedback'
import type { FormProps } from './forms'
import { HoursRow } from './HoursRow'
import { YearForm } from './YearForm'

const { list } = client(areaService)

type Spans = CalendarData['hours']

/** 工作日历: the years it knows, days off and made up, and when people work, here and in areas with hours of their own. */
export const CalendarForm = ({ policy, onChange, wrong }: FormProps<CalendarData>) => {
  const [open, setOpen] = useState<string>()
  const streets = useAsk(() => list({}))
  const years = Object.keys(policy.years).sort().reverse()
  const next = String(Number(years[0] ?? new Date().getFullYear() - 1) + 1)
  const setHours = (areaId: string, spans: Spans | undefined) => {
    const { [areaId]: _, ...others } = policy.hoursOf ?? {}
    const { hoursOf: __, ...rest } = policy
    const hoursOf = { ...others, ...(spans && { [areaId]: spans }) }
    onChange({ ...rest, ...(Object.keys(hoursOf).length && { hoursOf }) })
  }
  return (
    <View>
      <Card title="放假和补班">
        {[next, ...years].map(year => {
          const known = policy.years[year]
          const words = known ? `放假 ${known.off.length} 天，补班 ${known.work.length} 天` : '加上这一年'
          const error = wrong(`years.${year}`)
          if (open !== year)
            return (
              <View key={year} className={`edit__row${error ? ' edit__row--wrong' : ''}`}>
                <View>{year} 年</View>
                <Button label={`${year} 年：${words}`} onPress={() => setOpen(year)}>
                  {words}
                </Button>
              </View>
            )
          return (
            <YearForm
              key={year}
              year={Number(year)}
              {...(known && { known })}
              onDone={days => {
                if (days) onChange({ ...policy, years: { ...policy.years, [year]: days } })
                setOpen(undefined)
              }}
            />
          )
        })}
      </Card>
      <Card title="上班时间">
        <HoursRow
          name="全街道"
          spans={policy.hours}
          error={wrong('hours')}
          onChange={spans => spans && onChange({ ...policy, hours: spans })}
        />
        {streets.error && <Failed error={streets.error} onRetry={() => void streets.reload()} />}
        {streets.data?.areas.map(({ id, name }) => (
          <HoursRow
            key={id}
            name={name}
            own
            spans={policy.hoursOf?.[id]}
            error={wrong(`hoursOf.${id}`)}
            onChange={spans => setHours(id, spans)}
          />
        ))}
      </Card>
    </View>
  )
}
