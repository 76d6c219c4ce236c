import { homePlaceId, type HouseholdPlace } from '../../contract/account'
import type { GridCard } from '../../contract/area'
import { recall, remember } from '../platform/storage'

/** What this phone keeps of the last look at home: enough to call somebody without a network. Public facts only. */
interface Remembered {
  /** My home grid and who looks after it. */
  home?: GridCard
  /** The street's duty phone, for somebody without a home here. */
  dutyPhone?: string
  /** My home and the places of my family, for a report from one of them. */
  places?: HouseholdPlace[]
}

const key = 'home'

/** What the phone knows; nothing on a new one. */
export const remembered = (): Remembered => recall<Remembered>(key) ?? {}

/** Keeps it instead of what was known before. */
export const rememberHome = (known: Remembered): void => remember(key, known)

/** Puts the places as they are now beside what else is known; a home that was forgotten is forgotten here too. */
export const rememberPlaces = (places: HouseholdPlace[]): void => {
  const { home, ...known } = remembered()
  const mine = places.find(({ id }) => id === homePlaceId)?.grid
  rememberHome({ ...known, ...(home && home.grid.id === mine?.id && { home }), places })
}

/** The grid this phone remembers as home; a stranger may look around without an account. */
export const homeGrid = (): string | undefined => remembered().home?.grid.id
