import { Refusal } from '../../contract/refusal'
import type { requestService } from '../../contract/request'
import { mergeRequest } from '../../domain/request/mergeRequest'
import type { Handler } from '../kernel/implement'
import { requestById } from './asNeighbour'
import { changeAsOfficer } from './changeRequest'

export const merge: Handler<typeof requestService, 'merge'> = async (call, input) => {
  const { id, token, version, into, text } = input
  const { caller } = call
  const [request, main] = await Promise.all([requestById(call, id), requestById(call, into)])
  await Promise.all([request, main].map(({ areaIds }) => caller.permit('request.handle', areaIds)))
  // Two routes have two leaders: only somebody above both may decide that one of them does it.
  if (request.triage.route !== main.triage.route)
    await Promise.all([request, main].map(({ areaIds }) => assertOversees(call, areaIds)))
  const answer = await changeAsOfficer(
    call,
    'merge',
    { id, token, version, before: request },
    (before, doing, around) => mergeRequest(before, doing, { main, text }, around),
  )
  const last = answer.request.timeline.at(-1)
  if (last?.kind === 'unmerged' && last.at === call.now)
    throw new Refusal('conflict', '那件事刚刚变了，没有并进去。请看看再并。', { current: answer })
  return answer
}

const assertOversees = async ({ caller }: Parameters<typeof merge>[0], areaIds: readonly string[]) => {
  try {
    await caller.permit('request.oversee', areaIds)
  } catch {
    throw new Refusal('wrongState', '两件事由不同的人牵头，请社区或街道的值班来并。')
  }
}
