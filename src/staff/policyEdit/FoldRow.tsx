import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../design/Button/Button'

interface Props {
  /** What it is, for those who cannot see the card it is in. */
  name: string
  short: string
  /** What it is now, in words; absent when there is none and one can be added. */
  words: string | undefined
  error: string | undefined
  onAdd?: () => void
  onRemove?: () => void
  children: ReactNode
}

/** One thing of a policy: a line that says what it is now, and opens to be changed. What is wrong stands open. */
export const FoldRow = ({ name, short, words, error, onAdd, onRemove, children }: Props) => {
  const [open, setOpen] = useState(false)
  if (words === undefined || (!open && !error))
    return (
      <View className="edit__row">
        <View>{short}</View>
        <Button
          label={words === undefined ? `${name}：没有，加上` : `${name}：${words}，改`}
          onPress={() => {
            if (words === undefined) onAdd?.()
            setOpen(true)
          }}
        >
          {words ?? '没有，加上'}
        </Button>
      </View>
    )
  return (
    <View className="edit__open" role="group" aria-label={name}>
      <View className="edit__heading">{short}</View>
      {error && (
        <View className="edit__row--wrong" role="alert">
          {error}
        </View>
      )}
      {children}
      <Button label={`${name}好了`} onPress={() => setOpen(false)}>
        好了
      </Button>
      {onRemove && (
        <View className="edit__part">
          <Button
            label={`去掉${name}`}
            onPress={() => {
              setOpen(false)
              onRemove()
            }}
          >
            去掉这一项
          </Button>
        </View>
      )}
    </View>
  )
}
