import type { requestService } from '../../contract/request'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { InputOf } from '../../contract/service'
import { grantFor } from '../../domain/account/mayDo'
import type { Submission } from '../../domain/request/submitRequest'
import type { Call } from '../kernel/call'

type Brought = NonNullable<Submission['brought']>

/**
 * Who brings a matter in that is not their own, under which post; undefined of a resident's own. Throws `notFound` for
 * somebody who may bring nothing in, `invalid` where they may not here or where the hotline's number does not fit.
 */
export const broughtIn = async (
  { caller, now }: Call,
  { source, external }: InputOf<typeof requestService, 'submit'>,
  path: readonly string[],
): Promise<Brought | undefined> => {
  if (!source) {
    if (external) throw new Refusal('invalid', '工单号只和“热线转办”一起填。', { field: 'external' })
    return undefined
  }
  const grants = await caller.grants()
  const grant = grantFor(grants, 'request.record', path, now)
  if (!grant && grants.some(({ permissions }) => permissions.includes('request.record')))
    throw new Refusal('invalid', '这个地方不在您负责的范围里，请改选“我自己反映”再发。', { field: 'source' })
  if (!grant) throw new Refusal('notFound', errorSentences.notFound)
  if ((source === 'hotline') !== (external !== undefined))
    throw new Refusal('invalid', external ? '工单号只和“热线转办”一起填。' : '请填上热线的工单号。', {
      field: external ? 'external' : 'external.number',
    })
  if (external?.due !== undefined && external.due <= now)
    throw new Refusal('invalid', '工单上的日期已经过了，请再看一下；真的过了就空着，马上办。', {
      field: 'external.due',
    })
  const { officerId, name, kind, areaId } = grant
  return { by: { officerId, name, post: kind, areaId }, source, ...(external && { external }) }
}
