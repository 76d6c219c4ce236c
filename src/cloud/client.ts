import { contractVersion, type Reply } from '../../contract/envelope'
import type { ActionSpec, InputOf, OutputOf, Service } from '../../contract/service'
import { validate } from '../../contract/validate'
import { callFunction } from '../platform/call'
import { Offline } from '../platform/offline'
import { CloudError } from './CloudError'
import { correctClock } from './now'

type Client<S extends Service> = {
  [K in keyof S['actions']]: (input: InputOf<S, K>) => Promise<OutputOf<S, K>>
}

/**
 * The actions of a service as functions, typed from the contract. Input is checked before anything is sent.
 * They throw `CloudError`: with the field and what to do for input that is refused, `offline` when nothing got through.
 *
 * @example const { request } = await client(requestService).read({ id })
 */
export const client = <S extends Service>(service: S): Client<S> =>
  Object.fromEntries(
    Object.entries(service.actions).map(([name, spec]) => [
      name,
      (input: unknown) => send(service.fn, `${service.name}.${name}`, spec, input),
    ]),
  ) as Client<S>

const send = async (fn: string, action: string, spec: ActionSpec, input: unknown): Promise<unknown> => {
  const checked = validate(spec.input, input)
  if (!checked.ok) throw new CloudError('invalid', checked.message, checked.field)
  const reply = (await callFunction(fn, { action, input: checked.data, v: contractVersion }).catch(
    (error: unknown) => {
      if (!(error instanceof Offline)) throw error
      throw new CloudError('offline', '网络不通，没有发出去。请看看网络，再点一次。')
    },
  )) as Reply
  correctClock(reply.now)
  if (reply.ok) return reply.data
  const { code, message, field, current } = reply.error
  throw new CloudError(code, message, field, current)
}
