import type { Post } from '../account/post'
import { postKind } from '../account/postKinds'
import type { AreaNode } from '../area/area'
import { areaKind } from '../area/areaKinds'
import type { Street } from '../area/street'
import { sortableInstant } from '../request/requestKeys'

/** Somewhere nobody answers: an area without the officer its kind needs, or open requests whose officer is gone. */
export interface Lack {
  kind: 'area' | 'requests'
  /** Where: the area itself, or that of the post that has the requests. */
  areaId: string
  areaIds: string[]
  /** Of requests: whoever has them and is not there; absent when nobody has them. */
  officer?: { officerId: string; name: string; post: string }
  /** Requests that lie with nobody. */
  count?: number
}

/** A lack that was found, as stored in `gaps`: open, or closed since; the same place has one document for all times. */
export interface Gap extends Lack {
  _id: string
  v: 1
  version: number
  rev: number
  events: GapEvent[]
  /** `<13-digit since>-<id>` while it is open. */
  openKey?: string
}

export interface GapEvent {
  kind: 'opened' | 'closed'
  at: number
  count?: number
  /** Whose task it is: a post, whoever holds it. */
  task?: { areaId: string; post: string }
}

/** What the check looks at of a request. */
export interface Owned {
  areaIds: readonly string[]
  assignee?: { officerId: string; name: string; post: string; areaId: string }
}

/** Whether somebody in a post can be told or called: by account, by the work phone, or by one that colleagues have. */
export type Reach = (post: Post) => boolean

/** Who can be reached when these officers, by id, have a private phone. */
export const reachBy =
  (privatePhones: ReadonlySet<string>): Reach =>
  ({ personId, workPhone, officerId }) =>
    personId !== undefined || workPhone !== undefined || privatePhones.has(officerId)

/** Whether an area has, at `now` (ms), the officer that its kind needs: in term, there or stood in for, within reach. */
export const isStaffed = (street: Street, area: AreaNode, now: number, reach: Reach): boolean => {
  const needed = areaKind(street.kinds, area.kind)?.posts
  return (
    !needed || street.roster.present(area._id, now).some(post => needed.includes(post.kind) && reach(post))
  )
}

/** The areas without the officer that their kind needs. */
export const areaLacks = (street: Street, now: number, reach: Reach): Lack[] =>
  [...street.areas()]
    .filter(area => !isStaffed(street, area, now, reach))
    .map(({ _id, path }) => ({ kind: 'area', areaId: _id, areaIds: path }))

/** What an open request lacks: whoever has it is not there, nobody stands in, or nobody ever had it. */
export const requestLack = (
  street: Street,
  { areaIds, assignee }: Owned,
  now: number,
  reach: Reach,
): Lack | undefined => {
  const has = (post: Post & { insteadOf?: string }) =>
    [post.officerId, post.insteadOf].includes(assignee?.officerId) && reach(post)
  if (assignee && street.posts(areaIds, now).some(has)) return undefined
  const areaId = assignee?.areaId ?? areaIds.at(-1) ?? ''
  return {
    kind: 'requests',
    areaId,
    areaIds: street.area(areaId)?.path ?? [...areaIds],
    ...(assignee && {
      officer: { officerId: assignee.officerId, name: assignee.name, post: assignee.post },
    }),
    count: 1,
  }
}

/** One name for the same lack, whenever it is found. */
export const lackKey = ({ kind, areaId, officer }: Lack): string =>
  [kind, areaId, officer?.officerId ?? ''].join(' ')

/** Requests of the same officer together. */
export const gatherLacks = (lacks: readonly Lack[]): Lack[] => {
  const gathered = new Map<string, Lack>()
  for (const lack of lacks) {
    const known = gathered.get(lackKey(lack))
    const count = (known?.count ?? 0) + (lack.count ?? 0)
    gathered.set(lackKey(lack), { ...lack, ...(count && { count }) })
  }
  return [...gathered.values()]
}

/** Whose task a lack is: the duty post in charge of the staff that is nearest above, and there. */
export const taskFor = (street: Street, { areaIds }: Lack, now: number): Post | undefined =>
  street
    .posts(areaIds, now)
    .find(
      post =>
        post.personId !== undefined &&
        postKind(street.postKinds, post.kind).duty === true &&
        street.roster.carries(post, 'officer.manage'),
    )

/** The gap of a lack: a new one, or the closed one opened again. The same object when it is open already. */
export const openedGap = (
  known: Gap | undefined,
  id: string,
  lack: Lack,
  task: Post | undefined,
  at: number,
): Gap => {
  if (known?.openKey) return known
  const event: GapEvent = {
    kind: 'opened',
    at,
    ...(lack.count && { count: lack.count }),
    ...(task && { task: { areaId: task.areaId, post: task.kind } }),
  }
  return {
    ...lack,
    _id: id,
    v: 1,
    version: (known?.version ?? 0) + 1,
    rev: known?.rev ?? 1,
    events: [...(known?.events ?? []), event],
    openKey: `${sortableInstant(at)}-${id}`,
  }
}

/** The gap, mended. */
export const closedGap = (gap: Gap, at: number): Gap => {
  if (!gap.openKey) return gap
  return {
    ...gap,
    version: gap.version + 1,
    events: [...gap.events, { kind: 'closed', at }],
    openKey: undefined,
  }
}
