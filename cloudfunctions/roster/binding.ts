import { Refusal } from '../../contract/refusal'
import type { BindingView, rosterService } from '../../contract/roster'
import { errorSentences } from '../../contract/sentences'
import type { StaffActor } from '../../domain/account/post'
import { type Binding, released, unbound, withCode } from '../../domain/roster/binding'
import { bindingCode, bindingCodeHash } from '../../domain/roster/bindingCode'
import { chargeOver } from '../../domain/roster/chargeOver'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { bindings } from '../kernel/collections/bindings'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { insert } from '../kernel/save'
import { settings } from '../kernel/settings'
import { freshActive, touchRoster } from '../kernel/touchRoster'
import { followBinding } from './followBinding'
import { tellStaff } from './tellStaff'

export const makeBindingCode: Handler<typeof rosterService, 'makeBindingCode'> = async (
  call,
  { officerId, token },
) => {
  limitRate(call, 'makeBindingCode', token)
  const by = await inCharge(call, officerId)
  const code = bindingCode(settings.pepper(), call.caller.personId, token)
  const hash = bindingCodeHash(settings.pepper(), code)
  await insert(call.db, bindings, unbound(officerId))
  const { codeHash, codeUntil = 0 } = await change<Binding, undefined>(call.db, bindings, {
    id: officerId,
    token,
    permit: () => undefined,
    decide: before => withCode(before, hash, { by, at: call.now, token }),
  })
  // Sent again after it was used, or after another one was given.
  if (codeHash !== hash) throw new Refusal('wrongState', '这个绑定码已经用过或换过了，请重新给一个。')
  return { code, until: codeUntil }
}

export const releaseBinding: Handler<typeof rosterService, 'releaseBinding'> = async (
  call,
  { officerId, version, reason, token },
) => {
  const by = await inCharge(call, officerId)
  const saved = await change<Binding, undefined>(call.db, bindings, {
    id: officerId,
    version,
    token,
    permit: () => undefined,
    decide: before => {
      // Whoever lets their own account go may leave the street with nobody who could bind one.
      if (before.personId === call.caller.personId) {
        throw new Refusal('wrongState', '不能解除自己的绑定，请同事或者上一级来办。')
      }
      return released(before, { at: call.now, by, reason, token })
    },
    current: async now => ({ binding: bindingView(now, call.now) }),
  })
  await touchRoster(call)
  await announce(call, saved)
  await followBinding(call, officerId)
  return { binding: bindingView(saved, call.now) }
}

/** A binding as those in charge see it at `now` (ms). */
export const bindingView = (binding: Binding | undefined, now: number): BindingView => {
  const { version = 1, personId, codeUntil, events = [] } = binding ?? {}
  const since = events.filter(({ kind }) => kind === 'bound').at(-1)?.at
  return {
    version,
    ...(personId !== undefined && since !== undefined && { since }),
    ...(codeUntil !== undefined && now < codeUntil && { codeUntil }),
  }
}

/** Whoever decides whose account it is. Throws `notFound` for a stranger, `wrongState` for an officer above. */
const inCharge = async (call: Call, officerId: string): Promise<StaffActor> => {
  const { caller, now } = call
  const { street } = await freshActive(call)
  const living = street.roster.livingPosts(officerId, now)
  if (!living.length) throw new Refusal('notFound', errorSentences.notFound)
  for (const { areaId } of living) await caller.permit('officer.manage', street.area(areaId)?.path ?? [])
  const grant = chargeOver(street, await caller.grants(), officerId, now)
  if (!grant) throw new Refusal('wrongState', `${living[0]?.name ?? '这位同事'}的绑定要由上一级来办。`)
  const { officerId: own, name, kind, areaId } = grant
  return { personId: caller.personId, officerId: own, name, post: kind, areaId }
}

const announce = async (call: Call, { _id, version, events }: Binding): Promise<void> => {
  const { street } = await call.active()
  const name = street.roster.postsOf(_id)[0]?.name ?? ''
  await tellStaff(call, { id: _id, n: version }, [
    {
      personId: events.at(-1)?.personId,
      text: `这个微信不再绑定${name}的岗位，有疑问请问管理您这片的同事`,
      link: '/staff/claim/index',
    },
  ])
}
