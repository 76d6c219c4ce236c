import { contractVersion } from '../../contract/envelope'
import { policyService } from '../../contract/policy'
import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import { openPolicyDesk, type PolicyDesk } from './policyDesk'
import { tokens } from './tokens'

let desk: PolicyDesk

beforeEach(async () => {
  desk = await openPolicyDesk()
})

describe('corrections', () => {
  const corrected = async () => {
    const request: RequestView = await desk.report('楼道灯坏了')
    const input = {
      id: request.id,
      version: request.version,
      tier: 'C' as const,
      text: '要和物业一起',
      token: tokens.next(),
    }
    await desk.street.as('chen').ok(requestService, 'retier', input)
    return request
  }

  it('are counted by the rule that had decided', async () => {
    await corrected()
    await desk.report('楼上漏水到我家')
    const found = await desk.liu.ok(policyService, 'corrections', {})
    expect(found).toMatchObject({ corrections: 1, decided: 2, tiers: [{ from: 'B', to: 'C', times: 1 }] })
    expect(found.rules).toMatchObject([{ corrections: 1, reasons: ['要和物业一起'] }])
  })

  it('read through an index, however many requests there are', async () => {
    const { id } = await corrected()
    await desk.street.import(
      'requests',
      await desk.street.copies(id, 200, n => ({ correctedKey: undefined, createdAt: n, no: `old-${n}` })),
    )
    const { usage } = await desk.liu.raw({ action: 'policy.corrections', input: {}, v: contractVersion })
    expect(usage.ops).toBeLessThanOrEqual(4)
  })

  it('refuses what is no instant', async () =>
    expect(await desk.liu.error('policy.corrections', { from: 'yesterday' })).toMatchObject({
      code: 'invalid',
      field: 'from',
    }))
})
