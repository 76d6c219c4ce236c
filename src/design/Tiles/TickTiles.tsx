import { View } from '@tarojs/components'
import './Tiles.scss'

interface Props<T extends string> {
  /** What is being chosen, for those who cannot see it. */
  label: string
  choices: readonly { value: T; words: string }[]
  chosen: readonly T[]
  onChange: (chosen: T[]) => void
}

/** Any number of a few, as big targets; in the order in which they are offered. */
export const TickTiles = <T extends string>({ label, choices, chosen, onChange }: Props<T>) => (
  <View className="tiles" role="group" aria-label={label}>
    {choices.map(({ value, words }) => {
      const ticked = chosen.includes(value)
      const next = choices.flatMap(one =>
        chosen.includes(one.value) !== (one.value === value) ? [one.value] : [],
      )
      return (
        <View
          key={value}
          className={`tiles__tile${ticked ? ' tiles__tile--chosen' : ''}`}
          role="checkbox"
          tabIndex={0}
          aria-checked={ticked}
          aria-label={words}
          onClick={() => onChange(next)}
        >
          {ticked ? `✓ ${words}` : words}
        </View>
      )
    })}
  </View>
)
