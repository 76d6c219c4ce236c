import { policyService } from '../../contract/policy'
import deadline from '../../domain/policy/deadline.json'
import { builtIn } from '../../domain/policy/policies'
import type triage from '../../domain/policy/triage.json'
import { openPolicyDesk, type PolicyDesk } from './policyDesk'
import { tokens } from './tokens'

let desk: PolicyDesk

beforeEach(async () => {
  desk = await openPolicyDesk()
})

describe('a rehearsal', () => {
  it('shows dangers that would be lost, and publishing waits until somebody says to have read them', async () => {
    const gas = await desk.report('厨房一股煤气味，头晕')
    expect(gas.tier).toBe('A')
    const policy = builtIn['triage:1'] as typeof triage
    // A draft that sees no danger at all.
    const blind = { ...policy, rules: policy.rules.filter(({ tier }) => tier !== 'A') }
    const model = { ...policy.model, danger: 1000, calmed: 1000, outweighed: 1000, sure: 1000 }
    const rehearsed = await desk.rehearse((await desk.save('triage', JSON.stringify({ ...blind, model }))).id)
    expect(rehearsed.rehearsal).toMatchObject({
      lostDangers: 1,
      changes: [{ id: gas.id, lostDanger: true }],
    })
    const input = { id: rehearsed.id, version: rehearsed.version }
    expect(await desk.liu.error('policy.publish', { ...input, token: tokens.next() })).toMatchObject({
      code: 'wrongState',
      message: expect.stringContaining('1 件') as string,
    })
    const read = { ...input, lostDangersRead: true, token: tokens.next() }
    expect((await desk.liu.ok(policyService, 'publish', read)).draft.publishedAs).toBe('triage:2')
  })

  it('of deadlines says what would run out earlier or later', async () => {
    const { tier } = await desk.report('楼道灯坏了')
    const rules = deadline.tiers[tier as 'B']
    const longer = { ...rules, resolve: { ...rules.resolve, length: { days: 30 } } }
    const body = JSON.stringify({ ...deadline, tiers: { ...deadline.tiers, [tier]: longer } })
    const { rehearsal } = await desk.rehearse((await desk.save('deadline', body)).id)
    expect(rehearsal?.ways).toEqual([{ point: 'resolve', from: tier, to: 'later', times: 1 }])
  })

  it('of letters says which would change', async () => {
    await desk.report('楼道灯坏了')
    const { rehearsal } = await desk.rehearse(
      (await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id,
    )
    expect(rehearsal?.ways).toEqual([{ point: 'letter', from: 'B', to: 'A', times: 1 }])
  })

  it('sent twice is one, and the draft in force takes none', async () => {
    const { id } = await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))
    const input = { id, token: tokens.next() }
    const first = await desk.liu.ok(policyService, 'rehearse', input)
    expect(await desk.liu.ok(policyService, 'rehearse', input)).toEqual(first)
    await desk.publish(first.draft)
    expect(await desk.liu.error('policy.rehearse', { id, token: tokens.next() })).toMatchObject({
      code: 'wrongState',
    })
  })

  it('of one draft ends after a hundred', async () => {
    const { id } = await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))
    const [stored] = await desk.street.find('policyDrafts', { _id: id })
    const [saved] = stored?.events as object[]
    await desk.street.import('policyDrafts', [
      { ...stored, _id: `${id}x`, events: Array.from({ length: 100 }, () => saved) },
    ])
    expect(await desk.liu.error('policy.rehearse', { id: `${id}x`, token: tokens.next() })).toMatchObject({
      code: 'historyFull',
    })
  })
})
