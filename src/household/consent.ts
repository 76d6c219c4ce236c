import { forget, recall, remember } from '../platform/storage'

const key = 'placeConsent'

/** When this person agreed that their place is used to find a grid, ms; undefined when they did not. */
export const placeConsent = (): number | undefined => recall<number>(key)

/** This person agrees at an instant, ms. */
export const agreeToPlace = (at: number): void => remember(key, at)

/** And does not agree any more. */
export const withdrawPlace = (): void => forget(key)
