/** Sent with a `Place`, or nothing, when the page for choosing one is done. */
export const placeChosen = 'placeChosen'
