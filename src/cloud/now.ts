let ahead = 0

/** Takes the cloud's time (ms) from a reply: clocks of cheap phones are off, and deadlines are counted by the cloud's. */
export const correctClock = (cloudNow: number): void => {
  ahead = cloudNow - Date.now()
}

/** The cloud's time, ms. */
export const now = (): number => Date.now() + ahead
