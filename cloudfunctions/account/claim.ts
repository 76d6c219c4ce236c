import type { accountService } from '../../contract/account'
import { Refusal } from '../../contract/refusal'
import { briefOf, type Street } from '../../domain/area/street'
import { type Binding, boundTo, released, unbound } from '../../domain/roster/binding'
import { bindingCodeHash } from '../../domain/roster/bindingCode'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { bindings } from '../kernel/collections/bindings'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { insert } from '../kernel/save'
import { settings } from '../kernel/settings'
import { freshActive, touchRoster } from '../kernel/touchRoster'
import { followBinding } from '../roster/followBinding'
import { tellStaff } from '../roster/tellStaff'
import { ensureAccount } from './ensureAccount'
import { officerByCode, officerByPhone } from './provenOfficer'
import { takeTry } from './takeTry'
import { whomToAsk } from './whomToAsk'

export const claim: Handler<typeof accountService, 'claim'> = async (call, { by, code, token }) => {
  const { db, caller, now } = call
  const { street } = await freshActive(call)
  const [own] = await bindingsOf(call)
  if (own?.events.some(event => event.token === token)) return finish(call, own)
  const held = own && street.roster.livingPosts(own._id, now)[0]
  if (held) {
    const place = `${street.area(held.areaId)?.name ?? ''}${street.postWords(held.kind)}`
    const wayOut = whomToAsk(street, own._id, now)
    throw new Refusal(
      'wrongState',
      `您的微信已经绑定了${held.name}（${place}），不用再绑。不对的话，${wayOut}`,
    )
  }

  await takeTry(call, token, code)
  const officerId = await (by === 'phone' ? officerByPhone : officerByCode)(call, code)
  await ensureAccount(call)
  // Of a record that has no post any more: it would only stand in the way.
  if (own) await letGo(call, own._id)
  await insert(db, bindings, unbound(officerId))
  const saved = await change<Binding, undefined>(db, bindings, {
    id: officerId,
    token,
    permit: () => undefined,
    decide: before =>
      boundTo(before, {
        ...{ personId: caller.personId, at: now, token, wayOut: whomToAsk(street, officerId, now) },
        ...(by === 'code' && { codeHash: bindingCodeHash(settings.pepper(), code) }),
      }),
  })
  await keepOne(call, officerId)
  return finish(call, saved)
}

const bindingsOf = ({ db, caller }: Call): Promise<Binding[]> =>
  db.find(bindings, { where: { personId: caller.personId }, limit: 10 })

const letGo = ({ db, caller, now }: Call, officerId: string): Promise<Binding> =>
  change<Binding, undefined>(db, bindings, {
    id: officerId,
    permit: () => undefined,
    decide: before => (before.personId === caller.personId ? released(before, { at: now }) : before),
  })

/**
 * One account has one record. Two claims of one account in the same moment each see only themselves until they have
 * written: whoever then sees both keeps the one whose id comes first.
 */
const keepOne = async (call: Call, officerId: string): Promise<void> => {
  const [first, ...others] = (await bindingsOf(call)).map(({ _id }) => _id).sort()
  for (const id of others) await letGo(call, id)
  // Whoever looked in between believes that it has both.
  if (others.length) await touchRoster(call)
  if (first !== officerId) {
    throw new Refusal('wrongState', '这个微信刚刚绑定了另一位同事，一个微信只能绑定一位。请刷新看看。')
  }
}

/** Makes it known, and tells the open requests; what is too much for one call is done by `clock`. */
const finish = async (call: Call, { _id, version }: Binding) => {
  await touchRoster(call)
  const { street } = await call.active()
  await announce(call, street, _id, version)
  await followBinding(call, _id)
  const posts = street.roster.livingPosts(_id, call.now)
  return {
    name: posts[0]?.name ?? '',
    posts: posts.flatMap(({ kind, areaId }) => {
      const area = street.area(areaId)
      return area ? [{ post: street.postWords(kind), area: briefOf(area) }] : []
    }),
    waiting: await call.db.count(requests, { 'assignee.officerId': _id, mineOpenKey: _.gt('') }),
  }
}

/** Those in charge hear of it: somebody who should not have it is found out by them. */
const announce = async (call: Call, street: Street, officerId: string, version: number): Promise<void> => {
  const [post] = street.roster.livingPosts(officerId, call.now)
  const path = street.area(post?.areaId ?? '')?.path ?? []
  const told = street
    .holders('officer.manage', path, call.now)
    .filter(personId => personId !== call.caller.personId)
    .map(personId => ({ personId, text: `${post?.name ?? ''}绑定了微信，从现在起收得到消息` }))
  await tellStaff(call, { id: officerId, n: version }, told)
}
