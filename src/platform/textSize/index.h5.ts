/** The text size of the system; a browser enlarges the whole page by itself. */
export const systemTextStep = (): number => 1
