import type { Post } from '../../domain/account/post'
import { type Binding, unbound } from '../../domain/roster/binding'

/** Which officers have bound their account: by telephone, when they took up their first post. */
export const makeBindings = (posts: readonly Post[]): Binding[] => {
  const first = new Map([...posts].reverse().map(post => [post.officerId, post]))
  return [...first.values()].reverse().flatMap(({ officerId, personId, from }) =>
    personId === undefined
      ? []
      : [
          {
            ...unbound(officerId),
            version: 2,
            personId,
            events: [{ kind: 'bound' as const, at: from, personId, how: 'phone' as const }],
          },
        ],
  )
}
