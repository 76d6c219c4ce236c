import { Button } from '../../design/Button/Button'
import type { PhoneAsk } from './PhoneAsk'

/** A browser has no phone number: the local cloud plays WeChat, with the number of the demo person. */
export const PhoneButton = ({ words, busy, onCode }: PhoneAsk) => {
  const ask = async () => {
    const response = await fetch('/_cloud/phone-code', { method: 'POST' })
    const { code } = (await response.json()) as { code?: string }
    onCode(code)
  }
  return (
    <Button kind="main" busy={busy} onPress={() => void ask().catch(() => onCode(undefined))}>
      {words}
    </Button>
  )
}
