export interface Share {
  /** What the others see of it. */
  title: string
  /** A page of the app, with what it needs to open there. */
  path: string
  /** On the button. */
  words: string
  className: string
}
