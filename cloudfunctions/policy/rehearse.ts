import { type policyService, rehearsalMost } from '../../contract/policy'
import { grantFor } from '../../domain/account/mayDo'
import { activeId } from '../../domain/policy/policies'
import { withRehearsal } from '../../domain/policy/policyDraft'
import { readPolicy } from '../../domain/policy/readPolicy'
import { rehearsePolicy, withDraft } from '../../domain/policy/rehearsePolicy'
import { reviewPolicy } from '../../domain/policy/reviewPolicy'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { policyDrafts } from '../kernel/collections/policyDrafts'
import { requests } from '../kernel/collections/requests'
import type { Handler } from '../kernel/implement'
import { manager } from './manager'
import { viewDraft } from './viewDraft'

export const rehearse: Handler<typeof policyService, 'rehearse'> = async (call, { id, token }) => {
  const by = await manager(call)
  const { db, now } = call
  const [{ street, policies, pointers }, newest] = await Promise.all([call.active(), newestRequests(call)])
  const saved = await change(db, policyDrafts, {
    id,
    token,
    permit: () => by,
    decide: found => {
      const { kind } = found
      const draft = withDraft(policies, kind, readPolicy(kind, found.body, `${kind}:0`))
      const trial = rehearsePolicy(newest, kind, policies, draft)
      const findings = reviewPolicy(
        kind,
        draft,
        newest.map(({ text }) => text),
        now,
      )
      const against = activeId(pointers?.policies ?? {}, kind)
      return withRehearsal(found, { ...trial, at: now, against }, findings, { by, at: now, token })
    },
  })
  // Reading requests is a right of its own.
  const mayRead = grantFor(await call.caller.grants(), 'request.read', rootsOf(street), now)
  const texts = mayRead ? new Map(newest.map(({ _id, text }) => [_id, text])) : new Map<string, string>()
  return { draft: viewDraft(saved, street, texts) }
}

const newestRequests = async (call: Call) => {
  const { street } = await call.active()
  const found = await Promise.all(
    rootsOf(street).map(areaIds =>
      call.db.find(requests, {
        where: { areaIds },
        order: ['createdAt', '-1'],
        limit: rehearsalMost,
        fields: ['no', 'text', 'tile', 'tier', 'triage', 'areaIds', 'createdAt'],
      }),
    ),
  )
  return found
    .flat()
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, rehearsalMost)
}

const rootsOf = (street: Awaited<ReturnType<Call['active']>>['street']): string[] =>
  street.children().map(({ _id }) => _id)
