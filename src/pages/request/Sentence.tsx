import type { ReactNode } from 'react'
import type { CloudError } from '../../cloud/CloudError'
import { Button } from '../../design/Button/Button'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'

interface Props {
  /** What to say; without it only the button is there. */
  label?: string | undefined
  text: string
  onText: (text: string) => void
  /** What stands between the sentence and the button. */
  children?: ReactNode
  button: string
  sending: boolean
  error: CloudError | undefined
  disabled?: boolean
  onSend: () => void
}

/** The end of most moves: a sentence, what is wrong with it or with the move, and the button that sends it. */
export const Sentence = ({
  label,
  text,
  onText,
  children,
  button,
  sending,
  error,
  disabled = false,
  onSend,
}: Props) => (
  <>
    {label && (
      <Field
        long
        label={label}
        value={text}
        onChange={onText}
        {...(error?.field === 'text' && { error: error.message })}
      />
    )}
    {children}
    {error && error.field !== 'text' && <Notice kind="danger">{error.message}</Notice>}
    <Button kind="main" busy={sending} disabled={disabled} onPress={onSend}>
      {button}
    </Button>
  </>
)
