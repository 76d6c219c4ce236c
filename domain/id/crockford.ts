/** Digits that cannot be confused when read aloud: no I, L, O, U. https://www.crockford.com/base32.html */
export const crockfordDigits = '0123456789abcdefghjkmnpqrstvwxyz'

/** The first `length` Crockford base-32 characters (lower case) of some bytes. */
export const crockford = (bytes: Uint8Array, length: number): string => {
  let out = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && out.length < length) {
      bits -= 5
      out += crockfordDigits[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return out
}
