import { View } from '@tarojs/components'
import './Tick.scss'

interface Props {
  children: string
  ticked: boolean
  onChange: (ticked: boolean) => void
}

/** Something to say yes to, as a big target with its words in it. */
export const Tick = ({ children, ticked, onChange }: Props) => (
  <View
    className="tick"
    role="checkbox"
    tabIndex={0}
    aria-checked={ticked}
    aria-label={children}
    onClick={() => onChange(!ticked)}
  >
    <View className={`tick__box${ticked ? ' tick__box--ticked' : ''}`} aria-hidden>
      {ticked ? '✓' : ''}
    </View>
    <View>{children}</View>
  </View>
)
