import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { utf8ToBytes } from '@noble/hashes/utils'
import { crockford } from '../id/crockford'

// Both are made with the secret pepper, and each with a word of its own in front: eight digits alone are tried out in a
// second by whoever gets hold of the hashes.
const keyed = (pepper: string, ...parts: string[]): Uint8Array =>
  hmac(sha256, utf8ToBytes(pepper), utf8ToBytes(parts.join(':')))

/** The code of one call, eight digits: the same call sent twice gives the same, though no code is stored anywhere. */
export const bindingCode = (pepper: string, personId: string, token: string): string => {
  const bytes = keyed(pepper, 'binding-code', personId, token)
  const number = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0) % 100_000_000n
  return String(number).padStart(8, '0')
}

/** What is stored of a code, as it was typed: spaces, dashes and full-width digits are all the same. */
export const bindingCodeHash = (pepper: string, typed: string): string =>
  crockford(keyed(pepper, 'binding-hash', typed.normalize('NFKC').replace(/\D/g, '')), 24)
