import { requestService } from '../../contract/request'
import { rosterService } from '../../contract/roster'
import { type Binding, unbound } from '../../domain/roster/binding'
import type { Name } from './exampleStreet'
import { openStreet } from './openStreet'
import { tokens } from './tokens'

/** Somebody types in the code they were given. */
export const byCode = (code: string) => ({ by: 'code' as const, code, token: tokens.next() })

/**
 * The example street into whose second grid 周敏 has come new: her record is there, and no account yet. 徐 is the one who
 * holds her phone.
 */
export const openUnboundStreet = async () => {
  const street = await openStreet()
  await street.import('bindings', [unbound('o-zhou')])
  return {
    ...street,
    codeFor: (officerId: string, by: Name = 'wang') =>
      street.as(by).ok(rosterService, 'makeBindingCode', { officerId, token: tokens.next() }),
    bindingOf: async (officerId: string) =>
      (await street.find('bindings', { _id: officerId }))[0] as unknown as Binding,
    /** A report in that grid. */
    report: async () =>
      (
        await street.as('li').ok(requestService, 'submit', {
          text: '垃圾桶满了没人收',
          place: { gridId: 'g-2' },
          photos: [],
          token: tokens.next(),
        })
      ).request,
  }
}

export type UnboundStreet = Awaited<ReturnType<typeof openUnboundStreet>>
