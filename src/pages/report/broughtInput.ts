import type { requestService } from '../../../contract/request'
import type { InputOf } from '../../../contract/service'
import { CloudError } from '../../cloud/CloudError'
import { now } from '../../cloud/now'
import type { Draft } from './draft'
import { dueDay } from './dueDay'

/** What an officer says of where a matter comes from, in the shape it is sent in. Throws `CloudError` for a date that is none. */
export const broughtInput = ({
  source,
  order: { number = '', due = '' } = {},
}: Draft): Pick<InputOf<typeof requestService, 'submit'>, 'source' | 'external'> => {
  if (!source) return {}
  if (source !== 'hotline') return { source }
  const at = dueDay(due, now())
  if (due.trim() && at === undefined)
    throw new CloudError('invalid', '没有这一天，请写成 12-3 这样；工单没写就空着。', 'external.due')
  return {
    source,
    external: { system: '12345', number: number.trim(), ...(at !== undefined && { due: at }) },
  }
}
