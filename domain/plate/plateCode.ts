import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { utf8ToBytes } from '@noble/hashes/utils'
import { crockford, crockfordDigits } from '../id/crockford'
import { documentId } from '../id/documentId'
import { codeShape } from './writtenCode'

/** Characters of the plate, of its issue, and of the signature (50 bits, and each guess is one call). */
const [plateLength, issueLength] = [8, 2]
const signatureLength = 10

/** Issues that two characters can number. */
export const issuesMost = crockfordDigits.length ** issueLength - 1

/** The id of an area's notice plate: an area has one, whoever looks after it. */
export const plateIdOf = (areaId: string): string => documentId('', 'plate', areaId).slice(0, plateLength)

/**
 * What a plate's code says, for the `scene` of a page code: plate, issue and a signature, in 20 characters of Crockford's
 * base 32. It names no person and no place, and cannot be made without the key.
 */
export const plateCode = (plateId: string, issue: number, key: string): string =>
  plateId + issueDigits(issue) + signature(plateId, issue, key)

/** The plate and issue that a code was made for; undefined for one that this key never signed. */
export const readPlateCode = (code: string, key: string): { plateId: string; issue: number } | undefined => {
  if (!codeShape.test(code)) return undefined
  const plateId = code.slice(0, plateLength)
  const issue = [...code.slice(plateLength, plateLength + issueLength)].reduce(
    (sum, digit) => sum * crockfordDigits.length + crockfordDigits.indexOf(digit),
    0,
  )
  return code === plateCode(plateId, issue, key) ? { plateId, issue } : undefined
}

const issueDigits = (issue: number): string => {
  if (!Number.isInteger(issue) || issue < 0 || issue > issuesMost) throw new Error(`no issue ${issue}`)
  return (
    crockfordDigits.charAt(Math.floor(issue / crockfordDigits.length)) +
    crockfordDigits.charAt(issue % crockfordDigits.length)
  )
}

const signature = (plateId: string, issue: number, key: string): string =>
  crockford(hmac(sha256, utf8ToBytes(key), utf8ToBytes(`plate ${plateId} ${issue}`)), signatureLength)
