import { View } from '@tarojs/components'
import { Button } from '../../design/Button/Button'
import { Field } from '../../design/Field/Field'
import { TickTiles } from '../../design/Tiles/TickTiles'
import { numberIn } from './numberIn'
import { type SpokenStep, type Told, toldChoices, whenWords } from './steps'

interface Props {
  name: string
  steps: readonly SpokenStep[]
  onChange: (steps: SpokenStep[]) => void
}

/** When a clock speaks and to whom. One step is when it falls due: that one stays. */
export const StepsFields = ({ name, steps, onChange }: Props) => {
  const put = (n: number, step: SpokenStep) => onChange(steps.map((one, at) => (at === n ? step : one)))
  return (
    <View>
      {steps.map((step, n) => {
        const one = `${name}，第 ${n + 1} 次提醒`
        return (
          <View key={n} className="edit__step">
            <View>{`第 ${n + 1} 次提醒：${whenWords(step)}`}</View>
            {'percent' in step && (
              <Field
                label="走到百分之几（过期后写大于 100）"
                name={`${one}，走到百分之几（过期后写大于 100）`}
                value={step.percent ? String(step.percent) : ''}
                onChange={typed => put(n, { tell: step.tell, percent: numberIn(typed) })}
                most={4}
              />
            )}
            {'minute' in step && (
              <Field
                label="第几分钟"
                name={`${one}，第几分钟`}
                value={step.minute ? String(step.minute) : ''}
                onChange={typed => put(n, { tell: step.tell, minute: numberIn(typed) })}
                most={5}
              />
            )}
            <TickTiles<Told>
              label={`${one}，提醒谁`}
              choices={toldChoices}
              chosen={step.tell}
              onChange={tell => put(n, { ...step, tell })}
            />
            {!('due' in step) && (
              <Button label={`去掉${one}`} onPress={() => onChange(steps.filter((_, at) => at !== n))}>
                去掉这次提醒
              </Button>
            )}
          </View>
        )
      })}
      <View className="edit__step">
        <Button
          label={`${name}，加一次提醒`}
          onPress={() => onChange([...steps, { percent: 50, tell: ['handler'] }])}
        >
          加一次提醒
        </Button>
      </View>
    </View>
  )
}
