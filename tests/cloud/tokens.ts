let made = 0

/** Tokens as a phone makes them, but countable. */
export const tokens = { next: () => (++made).toString(16).padStart(32, '0') }
