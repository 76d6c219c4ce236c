import { policyService } from '../../contract/policy'
import { requestService } from '../../contract/request'
import { middleOf } from './exampleStreet'
import { openStreet } from './openStreet'
import { tokens } from './tokens'

/** Why policies are changed. */
export const note = '按上个月的更正改的'

/** The example street, and its policies as 刘洋 changes them, who is on duty for the whole of it. */
export const openPolicyDesk = async () => {
  const street = await openStreet()
  const liu = street.as('liu')
  return {
    street,
    liu,
    save: async (kind: 'triage' | 'tiers' | 'deadline' | 'calendar', body: string) =>
      (await liu.ok(policyService, 'saveDraft', { kind, body, note, token: tokens.next() })).draft,
    rehearse: async (id: string) =>
      (await liu.ok(policyService, 'rehearse', { id, token: tokens.next() })).draft,
    publish: async ({ id, version }: { id: string; version: number }) =>
      (await liu.ok(policyService, 'publish', { id, version, token: tokens.next() })).draft,
    /** What 张桂芳 reports meanwhile. */
    report: async (text: string) =>
      (
        await street.as('zhang').ok(requestService, 'submit', {
          text,
          place: { point: middleOf(1) },
          photos: [],
          token: tokens.next(),
        })
      ).request,
  }
}

export type PolicyDesk = Awaited<ReturnType<typeof openPolicyDesk>>
