export interface PhoneAsk {
  words: string
  busy: boolean
  /** A code for the phone number, which only the cloud can read; undefined when the person thought better of it. */
  onCode: (code: string | undefined) => void
}
