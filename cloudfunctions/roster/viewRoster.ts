import type { BindingView, Colleague, GapView, LeaveView, RosterLine } from '../../contract/roster'
import type { Absence, Post } from '../../domain/account/post'
import type { Gap } from '../../domain/roster/gap'
import { briefOf, type Street } from '../../domain/area/street'

/** The holder of a post as colleagues see them; undefined when its area is gone. */
export const colleagueOf = (
  street: Street,
  { officerId, name, kind, areaId }: Post,
): Colleague | undefined => {
  const area = street.area(areaId)
  return area && { id: officerId, name, post: street.postWords(kind), area: briefOf(area) }
}

/** An officer by the post they hold at `now` (ms), or will. */
export const officerNamed = (street: Street, officerId: string, now: number): Colleague | undefined => {
  const post = street.roster.appointments(officerId, now)[0] ?? street.roster.postsOf(officerId)[0]
  return post && colleagueOf(street, post)
}

/** A leave as screens show it. */
export const leaveView = (
  street: Street,
  { _id, version, from, to, coverId }: Absence,
  now: number,
): LeaveView => {
  const cover = coverId === undefined ? undefined : officerNamed(street, coverId, now)
  return { id: _id, version, from, to, ...(cover && { cover }) }
}

/** A post with its holder and their leaves, begun or to come; the binding for those who decide it. */
export const rosterLine = (street: Street, post: Post, now: number, binding?: BindingView): RosterLine[] => {
  const who = colleagueOf(street, post)
  if (!who) return []
  const { onDuty, hours } = street.card(post, now)
  const leaves = street.roster.absences(post.officerId, { from: now, to: Infinity })
  return [
    {
      ...who,
      postId: post._id,
      hours,
      onDuty,
      ...(post.workPhone && { workPhone: post.workPhone }),
      claimed: post.personId !== undefined,
      ...(binding && { binding }),
      leaves: leaves.sort((a, b) => a.from - b.from).map(leave => leaveView(street, leave, now)),
    },
  ]
}

/** A gap as screens show it; none when its area is not there any more. */
export const gapView = (street: Street, { _id, kind, areaId, officer, events }: Gap): GapView[] => {
  const area = street.area(areaId)
  const opened = events.filter(event => event.kind === 'opened').at(-1)
  if (!area || !opened) return []
  const { count, task, at } = opened
  const taskArea = task && street.area(task.areaId)
  return [
    {
      id: _id,
      kind,
      area: briefOf(area),
      ...(officer && { officer: { id: officer.officerId, name: officer.name } }),
      ...(count && { count }),
      since: at,
      ...(taskArea && { task: `${taskArea.name} ${street.postWords(task.post)}` }),
    },
  ]
}
