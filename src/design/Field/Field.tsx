import { Input, Textarea, View } from '@tarojs/components'
import './Field.scss'

interface Props {
  label: string
  /** Says more than the label, for those who cannot see what is around it; has the label in it. */
  name?: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** What is wrong with it, with what to do. */
  error?: string
  long?: boolean
  most?: number
}

/** A labelled line or box of text. The label is its accessible name, unless there is a fuller one. */
export const Field = ({
  label,
  name = label,
  value,
  onChange,
  hint,
  error,
  long = false,
  most = 1000,
}: Props) => {
  const field = {
    value,
    maxlength: most,
    placeholder: hint ?? '',
    placeholderClass: 'field__hint',
    'aria-label': name,
    // In H5 Taro wraps the real field, and only this reaches it.
    nativeProps: { 'aria-label': name, 'aria-invalid': !!error },
    onInput: ({ detail }: { detail: { value: string } }) => onChange(detail.value),
  }
  return (
    <View className={`field${error ? ' field--wrong' : ''}`}>
      <View className="field__label" aria-hidden>
        {label}
      </View>
      {long ? (
        <Textarea className="field__box field__box--long" autoHeight {...field} />
      ) : (
        <Input className="field__box" {...field} />
      )}
      {error && (
        <View className="field__error" role="alert">
          {error}
        </View>
      )}
    </View>
  )
}
