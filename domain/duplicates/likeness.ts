import { day } from '../time/china'
import { buildingsIn } from './buildingsIn'
import type { DuplicatePolicy } from './duplicatePolicy'
import { metresBetween } from './metresBetween'
import type { Report } from './report'
import { textLikeness } from './textLikeness'
import { wordsOf } from './wordsOf'

/** How likely two reports are about the same matter, with what speaks for it. Every part is between 0 and 1. */
export interface Likeness {
  score: number
  text: number
  /** 1 when both speak of the same things, 0 of different ones; in between when a message names none. */
  matter: number
  /** Whether they are counted under one class. */
  kind: number
  where: number
  when: number
  /** When both have a point. */
  metres?: number
  /** Between the two, ms. */
  apart: number
}

/** When one of two messages names nothing the policy knows. */
const unknownMatter = 0.35

/**
 * Compares two reports. The order does not matter; the same words, place and time give the highest score there is for
 * them. Farther apart, in metres or in time, the score never rises.
 */
export const likeness = (one: Report, other: Report, policy: DuplicatePolicy): Likeness => {
  const apart = Math.abs(one.at - other.at)
  const metres = one.place.point && other.place.point && metresBetween(one.place.point, other.place.point)
  const parts = {
    text: textLikeness(one.text, other.text),
    matter: matterLikeness(one, other, policy),
    kind: Number(one.category === other.category || (one.tile !== undefined && one.tile === other.tile)),
    where: whereLikeness(one, other, metres, policy),
    when: apart > policy.reach.days * day ? 0 : 2 ** (-apart / (policy.halves.days * day)),
  }
  const { weights } = policy
  const what = weights.text * parts.text + weights.matter * parts.matter + weights.kind * parts.kind
  return {
    score: what * parts.where * parts.when,
    ...parts,
    apart,
    ...(metres !== undefined && { metres }),
  }
}

const matterLikeness = (one: Report, other: Report, policy: DuplicatePolicy): number => {
  const [a, b] = [wordsOf(one.text, policy).matters, wordsOf(other.text, policy).matters]
  if (!a.size || !b.size) return unknownMatter
  const both = [...a].filter(matter => b.has(matter)).length
  return both / Math.min(a.size, b.size)
}

const whereLikeness = (
  one: Report,
  other: Report,
  metres: number | undefined,
  { reach, halves, unplaced, otherBuilding }: DuplicatePolicy,
): number => {
  const [a, b] = [namedBuildings(one), namedBuildings(other)]
  const isSame = a.some(building => b.includes(building))
  const contradicts = a.length > 0 && b.length > 0 && !isSame ? otherBuilding : 1
  if (metres !== undefined)
    return metres > reach.metres ? 0 : contradicts * 2 ** -((metres / halves.metres) ** 2)
  if (one.gridId !== other.gridId) return unplaced.otherGrid * contradicts
  return (isSame ? unplaced.sameBuilding : unplaced.sameGrid) * contradicts
}

const namedBuildings = ({ place, text }: Report): string[] => {
  const said = buildingsIn(place.address ?? '')
  return said.length ? said : buildingsIn(text)
}
