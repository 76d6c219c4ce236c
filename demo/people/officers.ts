import type { Officer, Post } from '../../domain/account/post'
import { drawPortrait } from '../pictures/portrait'
import type { Random } from '../random'

interface Options {
  /** How file ids of the environment begin. */
  storage: string
  /** Where portraits are kept, by path in storage. */
  files: Map<string, Buffer>
}

/** The staff record behind each officer of the posts, with a drawn portrait. */
export const makeOfficers = (
  random: Random,
  posts: readonly Post[],
  { storage, files }: Options,
): Officer[] => {
  const byId = new Map(posts.map(post => [post.officerId, post]))
  const portrait = (officerId: string): string => {
    const path = `officers/${officerId}.png`
    files.set(path, drawPortrait(random.branch(officerId)))
    return `${storage}/${path}`
  }
  return [...byId.values()].map(({ officerId, name, kind }) => ({
    _id: officerId,
    v: 1,
    name,
    photo: portrait(officerId),
    // No Chinese mobile number begins with 100.
    privatePhone: `100${String(random.integer(0, 99_999_999)).padStart(8, '0')}`,
    ...(kind === 'guide' && { unit: '澜湾街道办' }),
  }))
}
