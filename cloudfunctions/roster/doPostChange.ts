import { Refusal } from '../../contract/refusal'
import type { StoredPost } from '../../domain/account/post'
import { handOverRequest } from '../../domain/request/handOverRequest'
import type { Request } from '../../domain/request/request'
import { officerOf, routeTo } from '../../domain/request/routeTo'
import type { PostChange } from '../../domain/roster/postChange'
import { inVersion, versionedId } from '../../domain/version/versioned'
import { type Active, loadActive } from '../kernel/active'
import { change } from '../kernel/change'
import { pointers } from '../kernel/collections/pointers'
import { postChanges } from '../kernel/collections/postChanges'
import { posts } from '../kernel/collections/posts'
import { requests } from '../kernel/collections/requests'
import { type Database, _ } from '../kernel/database'
import { runEffects } from '../kernel/effects'
import { insert, setFieldsWhere, update } from '../kernel/save'
import { touchRoster } from '../kernel/touchRoster'
import { tellStaff } from './tellStaff'

/** Requests looked at in one step. */
const stepSize = 50
const attemptsMost = 5

interface Around {
  db: Database
  env: string
  now: number
}

/**
 * Does what a written change of a post still asks for: the posts first, then the open requests, a step of them. Doing it
 * again changes nothing twice. Gives it as it now is. Throws `wrongState` when somebody else ended the post first.
 */
export const doPostChange = async (around: Around, id: string): Promise<PostChange> => {
  const { db } = around
  const before = await db.read(postChanges, id)
  if (!before) throw new Error(`The change of a post ${id} is not there.`)
  let current = before
  if (current.stage === 'posts') {
    const isOurs = await changePosts(around, current)
    current = { ...current, stage: isOurs ? (current.ends ? 'requests' : 'done') : 'void' }
    if (isOurs) await announce(around, current)
  }
  if (current.stage === 'requests') current = await moveRequests(around, current)
  if (current.stage === 'done' || current.stage === 'void') {
    const { wakeAt: _wakeAt, ...finished } = current
    current = finished
  }
  const saved = (await update(db, postChanges, before, current)) ?? current
  if (saved.stage === 'void') throw new Refusal('wrongState', '这个岗位刚刚被别人调整过了，请刷新看看。')
  return saved
}

/** Writes the posts into the version in force; again into the next one, when that came into force meanwhile. */
const changePosts = async (
  { db, env }: Around,
  { _id: endedBy, ends, begins, at }: PostChange,
): Promise<boolean> => {
  for (let attempt = 0; attempt < attemptsMost; attempt++) {
    const version = (await db.read(pointers, 'active'))?.roster ?? 0
    if (ends) {
      const _id = versionedId(ends.postId, version)
      const ended = await setFieldsWhere(db, posts, { _id, to: _.exists(false) }, { to: at, endedBy })
      const stored = ended ? undefined : await db.read(posts, _id)
      // It was ended by this change before, or the import gave it an end to come; anything else was somebody else's doing.
      // Not by its instant: two may end it in the same millisecond, and the later call may write first.
      if (stored && stored.endedBy !== endedBy) {
        const isOurs =
          stored.endedBy === undefined &&
          stored.to !== undefined &&
          stored.to > at &&
          (await setFieldsWhere(db, posts, { _id, to: stored.to }, { to: at, endedBy }))
        if (!isOurs) return false
      }
    }
    if (begins) await insert(db, posts, inVersion<StoredPost>(begins, version))
    if (await touchRoster({ db, env }, version)) return true
  }
  throw new Error('The roster changed its version again and again.')
}

const announce = async ({ db, env, now }: Around, { _id, ends, begins, areaId, by }: PostChange) => {
  const { street } = await loadActive(db, env, now)
  const area = street.area(areaId)?.name ?? ''
  await tellStaff(
    { db, now },
    { id: _id, n: 1 },
    [
      { personId: ends?.personId, text: `您在${area}的岗位${begins ? `交给${begins.name}了` : '结束了'}` },
      {
        personId: begins && street.roster.account(begins.officerId),
        text: `您从现在起担任${area}${begins ? street.postWords(begins.kind) : ''}`,
      },
    ].filter(({ personId }) => personId !== by.personId),
  )
}

const moveRequests = async ({ db, env, now }: Around, current: PostChange): Promise<PostChange> => {
  const { ends, begins, areaId, by } = current
  if (!ends) return { ...current, stage: 'done' }
  const active = await loadActive(db, env, now)
  const page = await db.find(requests, {
    where: { areaIds: areaId, mineOpenKey: _.gt(current.cursor) },
    order: ['mineOpenKey', '1'],
    limit: stepSize,
    fields: ['_id', 'assignee', 'mineOpenKey'],
  })
  const theirs = page.filter(
    ({ assignee }) => assignee?.officerId === ends.officerId && assignee.areaId === areaId,
  )
  for (const { _id } of theirs) {
    const request = await change<Request, undefined>(db, requests, {
      id: _id,
      permit: () => undefined,
      decide: before => handOver(active, before, current, now),
    })
    await runEffects(db, request, now)
  }
  const isLast = page.length < stepSize
  return {
    ...current,
    moved: current.moved + theirs.length,
    cursor: page.at(-1)?.mineOpenKey ?? current.cursor,
    stage: isLast ? 'done' : 'requests',
    ...(!isLast && { wakeAt: now }),
  }
  function handOver({ street }: Active, request: Request, { ends: from }: PostChange, at: number): Request {
    const next = begins ?? routeTo(request.triage.route, street.posts(request.areaIds, at), at)
    if (!next || !from) return request
    const account = street.roster.account(next.officerId)
    const to = { ...officerOf(next), ...(account && { personId: account }) }
    const { personId, officerId, name, post, areaId: own } = by
    const officer = officerId && name && post && own ? { officerId, name, post, areaId: own } : undefined
    const actor = { kind: 'officer' as const, personId, ...(officer && { officer }) }
    return handOverRequest(request, { officerId: from.officerId, areaId }, to, { by: actor, at })
  }
}
