import type { Officer, Post } from '../../domain/account/post'
import type { Random } from '../random'

/** The staff record behind each officer of the posts. */
export const makeOfficers = (random: Random, posts: readonly Post[]): Officer[] => {
  const byId = new Map(posts.map(post => [post.officerId, post]))
  return [...byId.values()].map(({ officerId, name, personId, kind }) => ({
    _id: officerId,
    v: 1,
    name,
    ...(personId && { personId }),
    // No Chinese mobile number begins with 100.
    privatePhone: `100${String(random.integer(0, 99_999_999)).padStart(8, '0')}`,
    ...(kind === 'guide' && { unit: '澜湾街道办' }),
  }))
}
