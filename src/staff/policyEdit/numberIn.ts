/** The whole number that somebody typed; 0 when there is none. */
export const numberIn = (typed: string): number => Number(typed.replace(/\D/g, ''))
