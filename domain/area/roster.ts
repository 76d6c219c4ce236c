import type { Permission } from '../../contract/permissions'
import { inTerm } from '../account/mayDo'
import type { Absence, Grant, Post } from '../account/post'
import { type PostKinds, postKind, type PostKindSpec } from '../account/postKinds'
import { groupBy } from './groupBy'

/** A post as it is held now: by its holder, or by whoever stands in. */
export interface Held extends Post {
  /** The officer who is away, when somebody stands in. */
  insteadOf?: string
}

/** A stretch of time, ms: `from` inclusive, `to` exclusive. */
export interface Span {
  from: number
  to: number
}

/** Who holds which post, who is away and who stands in: all of it in memory. */
export class Roster {
  private readonly byArea: ReadonlyMap<string, Post[]>
  private readonly byOfficer: ReadonlyMap<string, Post[]>
  private readonly byPerson: ReadonlyMap<string, Post[]>
  private readonly awayByOfficer: ReadonlyMap<string, Absence[]>
  private readonly coveredBy: ReadonlyMap<string, Absence[]>

  constructor(
    posts: readonly Post[],
    leaves: readonly Absence[],
    private readonly kinds: PostKinds,
  ) {
    this.byArea = groupBy(posts, post => post.areaId)
    this.byOfficer = groupBy(posts, post => post.officerId)
    this.byPerson = groupBy(
      posts.filter(post => post.personId),
      post => post.personId as string,
    )
    this.awayByOfficer = groupBy(leaves, leave => leave.officerId)
    this.coveredBy = groupBy(
      leaves.filter(leave => leave.coverId),
      leave => leave.coverId as string,
    )
  }

  kind(post: { kind: string }): PostKindSpec {
    return postKind(this.kinds, post.kind)
  }

  /** The leave an officer is on at `now` (ms); of several, the one that ends last. */
  away(officerId: string, now: number): Absence | undefined {
    return inTerm(this.awayByOfficer.get(officerId) ?? [], now).sort((a, b) => b.to - a.to)[0]
  }

  /** The leaves of an officer that touch a time. */
  absences(officerId: string, span: Span): Absence[] {
    return overlapping(this.awayByOfficer.get(officerId) ?? [], span)
  }

  /** The leaves of others in which an officer stands in, as far as they touch a time. */
  standingIn(officerId: string, span: Span): Absence[] {
    return overlapping(this.coveredBy.get(officerId) ?? [], span)
  }

  /** Every post of an officer, whatever its term. */
  postsOf(officerId: string): readonly Post[] {
    return this.byOfficer.get(officerId) ?? []
  }

  /** The account bound to an officer. */
  account(officerId: string): string | undefined {
    return this.postsOf(officerId).find(({ personId }) => personId)?.personId
  }

  /** The posts of an officer that have not ended at `now` (ms). */
  livingPosts(officerId: string, now: number): Post[] {
    return this.postsOf(officerId).filter(({ to = Infinity }) => now < to)
  }

  /** The posts that have not ended at `now` (ms) and are reached under a mobile number. */
  withWorkPhone(mobile: string, now: number): Post[] {
    const officers = mobile ? [...this.byOfficer.keys()] : []
    return officers
      .flatMap(officerId => this.livingPosts(officerId, now))
      .filter(({ workPhone }) => workPhone?.replace(/^\+?86|\D/g, '') === mobile)
  }

  /** Every post of a person, whatever its term. */
  postsOfPerson(personId: string): readonly Post[] {
    return this.byPerson.get(personId) ?? []
  }

  /** The posts an officer was appointed to and holds at `now` (ms), away or not. */
  appointments(officerId: string, now: number): Post[] {
    return inTerm(this.byOfficer.get(officerId) ?? [], now)
  }

  /** Every post on an area, whatever its term. */
  everAppointed(areaId: string): readonly Post[] {
    return this.byArea.get(areaId) ?? []
  }

  /** Posts in term on an area at `now` (ms), whoever is away. */
  appointed(areaId: string, now: number): Post[] {
    return inTerm(this.byArea.get(areaId) ?? [], now)
  }

  /** Whoever holds the posts of an area at `now` (ms): an absent holder is left out, and whoever stands in takes the place. */
  present(areaId: string, now: number): Held[] {
    return this.appointed(areaId, now).flatMap(post => {
      const leave = this.away(post.officerId, now)
      return leave ? this.standIn(post, leave, now) : [post]
    })
  }

  /** Everybody who has a post on an area at some time, or stands in for one who has. */
  everOn(areaId: string): { officerId: string; name: string }[] {
    const own = this.byArea.get(areaId) ?? []
    const covers = own
      .flatMap(({ officerId }) => this.awayByOfficer.get(officerId) ?? [])
      .flatMap(({ coverId }) => (coverId && this.byOfficer.get(coverId)?.[0]) || [])
    const names = new Map([...own, ...covers].map(({ officerId, name }) => [officerId, name]))
    return [...names].map(([officerId, name]) => ({ officerId, name }))
  }

  /** What a person may do at `now` (ms): through their own posts, and through those of officers they stand in for. */
  grants(personId: string, now: number): Grant[] {
    const own = inTerm(this.byPerson.get(personId) ?? [], now)
    const officers = new Set(own.map(post => post.officerId))
    const covered = [...officers]
      .flatMap(officerId => inTerm(this.coveredBy.get(officerId) ?? [], now))
      .flatMap(leave =>
        this.appointments(leave.officerId, now).flatMap(post => this.standIn(post, leave, now)),
      )
    return [...own, ...covered].map(({ _id, officerId, name, kind, areaId, from, to }) => ({
      postId: _id,
      officerId,
      name,
      kind,
      areaId,
      from,
      ...(to !== undefined && { to }),
      permissions: this.kind({ kind }).permissions,
    }))
  }

  /** Whether a post carries a permission. */
  carries(post: Post, permission: Permission): boolean {
    return this.kind(post).permissions.includes(permission)
  }

  /** The absent one's post in the hands of the cover; nobody's when the cover is away too or holds no post any more. */
  private standIn(post: Post, { coverId, from, to }: Absence, now: number): Held[] {
    const cover = coverId && !this.away(coverId, now) ? this.appointments(coverId, now)[0] : undefined
    if (!cover) return []
    const { officerId, name, personId, duty, contact, workPhone } = cover
    const { personId: _personId, workPhone: _workPhone, ...same } = post
    return [
      {
        ...same,
        officerId,
        name,
        duty,
        contact,
        ...(personId && { personId }),
        ...(workPhone && { workPhone }),
        from: Math.max(post.from, from),
        to: Math.min(post.to ?? to, to),
        insteadOf: post.officerId,
      },
    ]
  }
}

const overlapping = (leaves: readonly Absence[], { from, to }: Span): Absence[] =>
  leaves.filter(leave => leave.from < to && from < leave.to)
