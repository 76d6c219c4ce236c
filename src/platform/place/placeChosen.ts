import type { Place } from '../../../contract/place'

/** A place that was picked on our own page, with its grid by name. */
export interface ChosenPlace extends Place {
  gridName?: string
}

/** Sent with a `ChosenPlace`, or nothing, when the page for choosing one is done. */
export const placeChosen = 'placeChosen'
