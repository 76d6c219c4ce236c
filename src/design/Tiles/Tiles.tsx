import { View } from '@tarojs/components'
import './Tiles.scss'

interface Props<T extends string> {
  /** What is being chosen, for those who cannot see it. */
  label: string
  choices: readonly { value: T; words: string }[]
  chosen?: T
  onChoose: (value: T) => void
}

/** One of a few, as big targets. */
export const Tiles = <T extends string>({ label, choices, chosen, onChoose }: Props<T>) => (
  <View className="tiles" role="radiogroup" aria-label={label}>
    {choices.map(({ value, words }) => (
      <View
        key={value}
        className={`tiles__tile${value === chosen ? ' tiles__tile--chosen' : ''}`}
        role="radio"
        tabIndex={0}
        aria-checked={value === chosen}
        aria-label={words}
        onClick={() => onChoose(value)}
      >
        {words}
      </View>
    ))}
  </View>
)
