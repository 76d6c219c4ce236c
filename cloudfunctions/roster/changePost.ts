import { Refusal } from '../../contract/refusal'
import type { rosterService } from '../../contract/roster'
import { errorSentences } from '../../contract/sentences'
import type { DutyHours, Post, StoredPost } from '../../domain/account/post'
import { postKind } from '../../domain/account/postKinds'
import type { Street } from '../../domain/area/street'
import { documentId } from '../../domain/id/documentId'
import {
  assertMayEnd,
  assertMayTake,
  assertWithin,
  patience,
  type PostChange,
  successorPost,
} from '../../domain/roster/postChange'
import type { Call } from '../kernel/call'
import { postChanges } from '../kernel/collections/postChanges'
import type { Handler } from '../kernel/implement'
import { insert } from '../kernel/save'
import { freshActive } from '../kernel/touchRoster'
import { doPostChange } from './doPostChange'
import { inCharge } from './mayManage'

/** Until the import says otherwise: Monday to Friday, 8:30 – 18:00. */
const officeHours: DutyHours = { days: [1, 2, 3, 4, 5], from: 510, to: 1080 }

export const appoint: Handler<typeof rosterService, 'appoint'> = (call, { areaId, kind, officerId, token }) =>
  perform(call, token, areaId, (street, id) => {
    if (postKind(street.postKinds, kind).id !== kind) {
      throw new Refusal('invalid', '没有这种岗位，请重新选。', { field: 'kind' })
    }
    const { name } = assertMayTake(street, officerId, { areaId, kind }, call.now)
    const post: StoredPost = {
      ...{ _id: documentId('q', id), v: 2, officerId, name, areaId, kind },
      ...{ duty: officeHours, contact: 'dutyPhone', from: call.now },
    }
    return { kind: 'appointed', begins: post }
  })

export const endPost: Handler<typeof rosterService, 'endPost'> = (call, input) =>
  performOn(call, input, (street, post) => {
    assertMayEnd(street, post, call.now, false)
    return { kind: 'ended', ends: endOf(post) }
  })

export const handOver: Handler<typeof rosterService, 'handOver'> = (call, input) =>
  performOn(call, input, (street, post, id) => {
    assertMayEnd(street, post, call.now, true)
    const successor = assertMayTake(street, input.officerId, post, call.now)
    const begins = successorPost(documentId('q', id), post, successor, call.now)
    return { kind: 'handedOver', ends: endOf(post), begins }
  })

type Decided = Pick<PostChange, 'kind' | 'ends' | 'begins'>

const performOn = async (
  call: Call,
  { areaId, postId, token }: { areaId: string; postId: string; token: string },
  decide: (street: Street, post: Post, id: string) => Decided,
) =>
  perform(call, token, areaId, (street, id) => {
    const post = street.roster.everAppointed(areaId).find(({ _id }) => _id === postId)
    if (!post) throw new Refusal('notFound', errorSentences.notFound)
    return decide(street, post, id)
  })

/** Writes down what is meant and does it; sent twice, it only finishes what was begun. */
const perform = async (
  call: Call,
  token: string,
  areaId: string,
  decide: (street: Street, id: string) => Decided,
) => {
  const { db, caller, now } = call
  const id = documentId('k', caller.personId, token)
  const { street } = await freshActive(call)
  const by = await inCharge(call, areaId)
  if (!(await db.read(postChanges, id))) {
    const decided = decide(street, id)
    const about =
      decided.begins?.kind ??
      street.roster.everAppointed(areaId).find(({ _id }) => _id === decided.ends?.postId)?.kind
    assertWithin(postKind(street.postKinds, by.post ?? ''), postKind(street.postKinds, about ?? ''))
    await insert(db, postChanges, {
      ...{ _id: id, v: 1, rev: 1, events: [], ...decided, at: now, by, areaId },
      ...{ stage: 'posts', cursor: '', moved: 0, wakeAt: now + patience },
    })
  }
  const { moved, stage, begins } = await doPostChange(call, id)
  return { ...(begins && { postId: begins._id }), moved, done: stage === 'done' }
}

const endOf = ({ _id, officerId, name, personId }: Post): NonNullable<PostChange['ends']> => ({
  ...{ postId: _id, officerId, name },
  ...(personId && { personId }),
})
