import type { ImportFault } from '../../../contract/importReport'
import type { Post } from '../../account/post'
import { inTerm } from '../../account/mayDo'
import type { Area } from '../../area/area'
import { groupBy } from '../../area/groupBy'
import type { NamedPlace } from '../../area/place'
import { faultOf } from '../faults'
import type { AreaDraft } from './readAreaRow'

interface Look {
  next: readonly Area[]
  drafts: readonly AreaDraft[]
  ended: readonly Area[]
  posts: readonly Post[]
  places: readonly NamedPlace[]
  now: number
  faults: ImportFault[]
}

/** Areas nobody would look after, and posts and places that would hang on what has ended. */
export const checkStaff = ({ next, drafts, ended, posts, places, now, faults }: Look): void => {
  const postsOf = groupBy(inTerm(posts, now), ({ areaId }) => areaId)
  const placesOf = groupBy(places, ({ gridId }) => gridId)
  const isThere = new Set(next.map(({ _id }) => _id))
  for (const { row, spec, area } of drafts) {
    if ((spec.home || spec.ground === false) && isThere.has(area._id) && !postsOf.has(area._id)) {
      faults.push(faultOf('noOfficer', { row, name: area.name }))
    }
  }
  for (const { _id, name } of ended) {
    const left = { posts: postsOf.get(_id)?.length, places: placesOf.get(_id)?.length }
    if (left.posts) faults.push(faultOf('endedWithPosts', { name, words: { count: left.posts } }))
    if (left.places) faults.push(faultOf('endedWithPlaces', { name, words: { count: left.places } }))
  }
}
