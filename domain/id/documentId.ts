import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { utf8ToBytes } from '@noble/hashes/utils'
import { crockford } from './crockford'

/**
 * A deterministic document id: one letter and 24 Crockford characters (120 bits) of a SHA-256 over the parts.
 * The same caller with the same token always gets the same id, which is what makes a repeated create harmless.
 *
 * @example documentId('r', personId, token) // 'r3k9…'
 */
export const documentId = (prefix: string, ...parts: string[]): string =>
  // Length-prefixed, so that ('ab', 'c') and ('a', 'bc') differ.
  prefix + crockford(sha256(utf8ToBytes(parts.map(part => `${part.length}:${part}`).join(''))), 24)

/**
 * The id of an account: `p` and 24 Crockford characters of an HMAC-SHA-256 of the openid with a secret pepper,
 * so that nobody who sees the id can find the WeChat account behind it.
 */
export const personIdOf = (openid: string, pepper: string): string =>
  'p' + crockford(hmac(sha256, utf8ToBytes(pepper), utf8ToBytes(openid)), 24)
