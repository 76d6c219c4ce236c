import { forget, recall, remember } from '../platform/storage'

const key = 'placeConsent'

/** When this person agreed that their place is used to find a grid, ms; undefined when they did not. */
export const placeConsent = (): number | undefined => recall<number>(key)

export const agreeToPlace = (at: number): void => remember(key, at)

export const withdrawPlace = (): void => forget(key)
