import { Button } from '@tarojs/components'
import type { PhoneAsk } from './PhoneAsk'

/** Asks WeChat for the phone number, in WeChat's own dialog; it opens from no other kind of button. */
export const PhoneButton = ({ words, busy, onCode }: PhoneAsk) => (
  <Button
    className={`button button--main button--native${busy ? ' button--still' : ''}`}
    hoverClass="button--pressed"
    openType="getPhoneNumber"
    disabled={busy}
    onGetPhoneNumber={({ detail }) => onCode(detail.code)}
  >
    {busy ? '请稍等…' : words}
  </Button>
)
