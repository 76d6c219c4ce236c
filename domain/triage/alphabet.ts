/** Bits that hold the number of a character. */
export const letterBits = 13

/** The number of each character that some word or run has, by its code; 0 for any other. Close numbers keep tables small. */
const numbers = new Uint16Array(0x10000)
let last = 0

/** The number of a character, given to it if it had none. Throws at the 8,192nd character. */
export const numberOf = (code: number): number => {
  const known = numbers[code]!
  if (known) return known
  if (++last >> letterBits) throw new RangeError('More than 8,191 different characters.')
  return (numbers[code] = last)
}

/** The numbers of the digits: from that of 0 on. */
export const zero = numberOf(0x30)
export const nine = zero + 9
for (let code = 0x31; code <= 0x39; code++) numberOf(code)

/** The numbers of the characters of a text, in `list`, or in a longer one where that is too short. */
export const numbersOf = (text: string, list: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> => {
  const room = text.length > list.length ? new Uint16Array(text.length * 2) : list
  for (let i = 0; i < text.length; i++) room[i] = numbers[text.charCodeAt(i)]!
  return room
}
