/** A work phone that can be nobody's: Shenzhen numbers do not begin with 0000. */
export const workPhone = (number: number): string => `0755-0000${String(number).padStart(4, '0')}`
