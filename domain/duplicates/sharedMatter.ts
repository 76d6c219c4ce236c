import type { Request } from '../request/request'
import { categoryOf } from '../request/categoryOf'
import type { DuplicatePolicy } from './duplicatePolicy'
import { wordsOf } from './wordsOf'

type Asked = Pick<Request, 'text' | 'tile' | 'category' | 'triage'>

/**
 * What a neighbour may be told a request is about: 电梯, 路灯 … in the policy's own words; undefined when it is none of
 * theirs. Only what is recognised as everybody's is ever named: nothing about a person, nothing inside a home, no report
 * about staff, nothing out of scope.
 */
export const sharedMatter = (request: Asked, policy: DuplicatePolicy): string | undefined => {
  const { text, tile, triage } = request
  const isPrivate =
    triage.aboutStaff === true ||
    triage.door !== undefined ||
    (tile !== undefined && policy.privateTiles.includes(tile)) ||
    policy.privateCategories.includes(categoryOf(request))
  if (isPrivate) return undefined
  const { matters, shared, home, person } = wordsOf(text, policy)
  if (home || person) return undefined
  return [...matters].find(matter => matter.public ?? shared)?.say
}
