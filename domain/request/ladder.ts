import type { Held } from '../area/roster'
import { type Level, levels } from '../deadline/deadlinePolicy'
import type { TriageDecision } from '../triage/triage'
import type { Request } from './request'

/** Which posts stand on each step of the ladder; the handler is whoever has the request. */
const kinds: Record<Exclude<Level, 'handler'>, readonly string[]> = {
  backup: ['blockLead'],
  community: ['communityDuty'],
  street: ['streetDuty'],
}

type Asked = Pick<Request, 'assignee' | 'reporterId'>

/**
 * The accounts at some levels, among the posts in term on the request's areas. A level at which nobody can be reached
 * goes to the next above, and below when there is none above: a word is never said to nobody while anyone is there.
 */
export const peopleAt = (
  asked: readonly (Level | 'reporter')[],
  request: Asked,
  posts: readonly Held[],
): string[] => [
  ...new Set(
    asked.flatMap(level => (level === 'reporter' ? [request.reporterId] : reach(level, request, posts))),
  ),
]

/** The highest duty post among these accounts; undefined when there is none. */
export const highestOf = (
  personIds: readonly string[],
  posts: readonly Held[],
): 'community' | 'street' | undefined =>
  (['street', 'community'] as const).find(level =>
    posts.some(({ kind, personId }) => kinds[level].includes(kind) && personIds.includes(personId ?? '')),
  )

/**
 * Who is alerted to danger at once: whoever has it and the duty post of the community, and the street's too when the
 * machine is sure. A doubted danger spares the street until a person confirms it, or nobody has in time.
 */
export const alertFor = (
  { tier, sure }: Pick<TriageDecision, 'tier' | 'sure'>,
  request: Asked,
  posts: readonly Held[],
): string[] =>
  tier === 'A' ? peopleAt(['handler', 'community', ...(sure ? ['street' as const] : [])], request, posts) : []

const reach = (level: Level, request: Asked, posts: readonly Held[]): string[] => {
  const at = levels.indexOf(level)
  for (const step of [...levels.slice(at), ...levels.slice(0, at).reverse()]) {
    const people = onStep(step, request, posts)
    if (people.length) return people
  }
  // Nobody stands on the ladder: then everyone with a post here, and else whoever has it.
  const anyone = posts.flatMap(({ personId }) => personId ?? [])
  return anyone.length ? anyone : request.assignee?.personId ? [request.assignee.personId] : []
}

const onStep = (level: Level, { assignee }: Asked, posts: readonly Held[]): string[] =>
  posts.flatMap(({ kind, officerId, insteadOf, personId }) => {
    // While the officer is away, whoever stands in has it.
    const here =
      level === 'handler'
        ? [officerId, insteadOf].includes(assignee?.officerId ?? '')
        : kinds[level].includes(kind)
    return here && personId ? [personId] : []
  })
