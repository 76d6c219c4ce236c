import { plainText } from '../triage/plainText'

/** The reading of each character of a text without tones: ['gui', 'hua']. Handed in: the dictionary is heavy. */
export type Readings = (text: string) => string[]

/** One step of a name: a character with its reading, a number, or letters as they are. */
export interface Token {
  text: string
  /** As Southerners say and type it: z for zh, n for ng. */
  sound: string
  isNumber: boolean
}

/** Different words for a building that mean the same. */
const sameWords: readonly (readonly [RegExp, string])[] = [
  [/号楼|[幢座]/g, '栋'],
  [/小区(?=.)/g, ''],
]

const digits = '零一二三四五六七八九'
const beforeUnit = /[一二三四五六七八九十]{1,3}(?=[栋号巷楼期区横单])/g

/** 二十三 as 23: what stands before 栋, 号 or 巷 is a number however it is written. */
const inDigits = (words: string): string => {
  const [tens, ones] = words.includes('十') ? words.split('十') : ['', words]
  const value = (character = '') => Math.max(0, digits.indexOf(character || '零'))
  return words.includes('十') ? String((tens ? value(tens) : 1) * 10 + value(ones)) : String(value(ones))
}

/** A name or what somebody typed, step by step: simplified, one width, numbers as numbers. */
export const searchTokens = (text: string, readings: Readings): Token[] => {
  let plain = plainText(text)
    .replace(/[，。]/g, '')
    .replace(beforeUnit, inDigits)
  for (const [from, to] of sameWords) plain = plain.replace(from, to)
  const parts = plain.match(/\d+|[a-z]+|./gu) ?? []
  // Only characters have a reading, one each.
  const read = readings(parts.filter(part => isHan(part)).join(''))
  let next = 0
  return parts.map(part => {
    const sound = isHan(part) ? southern(read[next++] ?? part) : part
    return { text: part, sound, isNumber: /^\d/.test(part) }
  })
}

const isHan = (part: string) => /\p{Script=Han}/u.test(part)

/** zh–z, ch–c, sh–s, n–l at the beginning and ng–n at the end sound alike to many who live here. */
export const southern = (reading: string): string =>
  reading
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=.)/, 'l')
    .replace(/(?<=[aei])ng$/, 'n')
    .replace(/v|ü/g, 'u')
