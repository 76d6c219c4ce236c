import { contractVersion } from '../../contract/envelope'
import { policyService } from '../../contract/policy'
import calendar from '../../domain/policy/calendar.json'
import deadline from '../../domain/policy/deadline.json'
import { builtIn } from '../../domain/policy/policies'
import { note, openPolicyDesk, type PolicyDesk } from './policyDesk'
import { tokens } from './tokens'

let desk: PolicyDesk

beforeEach(async () => {
  desk = await openPolicyDesk()
})

describe('publishing', () => {
  it('takes only what was tried against what is in force now', async () => {
    const untried = await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))
    const input = { id: untried.id, version: untried.version, token: tokens.next() }
    expect(await desk.liu.error('policy.publish', input)).toMatchObject({ code: 'wrongState' })

    const other = await desk.rehearse(
      (await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id,
    )
    const tried = await desk.rehearse(untried.id)
    await desk.publish(other)
    expect(
      await desk.liu.error('policy.publish', { id: tried.id, version: tried.version, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining('再试算') as string })
    expect((await desk.street.find('pointers', {}))[0]).toMatchObject({ policies: { tiers: 'tiers:3' } })
  })

  it('refuses deadlines that reach into a year without holidays', async () => {
    const thisYear = new Date().getUTCFullYear()
    const years = Object.fromEntries(
      Object.entries(calendar.years).filter(([year]) => Number(year) < thisYear),
    )
    const draft = await desk.rehearse(
      (await desk.save('calendar', JSON.stringify({ ...calendar, years }))).id,
    )
    expect(draft.findings).toContainEqual({ kind: 'missingYear', what: String(thisYear) })
    expect(
      await desk.liu.error('policy.publish', { id: draft.id, version: draft.version, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining(String(thisYear)) as string })
  })

  it('shows the present draft to a screen that is old', async () => {
    const { id } = await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))
    await desk.rehearse(id)
    expect(await desk.liu.error('policy.publish', { id, version: 1, token: tokens.next() })).toMatchObject({
      code: 'conflict',
      current: { draft: { id, version: 2 } },
    })
  })

  it('sent twice, and by two at once, is one version', async () => {
    const draft = await desk.rehearse(
      (await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id,
    )
    const input = { id: draft.id, version: draft.version, token: tokens.next() }
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => desk.liu.raw({ action: 'policy.publish', input, v: contractVersion })),
    )
    expect(replies.some(({ reply }) => reply.ok)).toBe(true)
    expect((await desk.liu.ok(policyService, 'publish', input)).draft.publishedAs).toBe('tiers:3')
    expect(await desk.street.find('policies', {})).toHaveLength(1)
    expect((await desk.street.find('pointers', {}))[0]).toMatchObject({ policies: { tiers: 'tiers:3' } })
  })

  it('refuses a deadline policy too that reaches into a year without holidays', async () => {
    const lastYear = Math.max(...Object.keys(calendar.years).map(Number))
    const rules = deadline.tiers.D
    const long = { ...rules, resolve: { ...rules.resolve, length: { workingDays: 1000 } } }
    const body = JSON.stringify({ ...deadline, tiers: { ...deadline.tiers, D: long } })
    const draft = await desk.rehearse((await desk.save('deadline', body)).id)
    expect(draft.findings).toContainEqual({ kind: 'missingYear', what: String(lastYear + 1) })
    expect(
      await desk.liu.error('policy.publish', { id: draft.id, version: draft.version, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining(String(lastYear + 1)) as string })
  })

  it('that broke off before the pointer was set is finished by sending it again', async () => {
    const draft = await desk.rehearse(
      (await desk.save('tiers', JSON.stringify(builtIn['tiers:2'] as object))).id,
    )
    const by = { personId: desk.street.id('liu'), officerId: 'o-liu', name: '刘洋', post: 'streetDuty' }
    await desk.street.import('policies', [
      {
        _id: 'tiers:3',
        v: 1,
        kind: 'tiers',
        body: { ...(builtIn['tiers:2'] as object), id: 'tiers:3' },
        note,
        draftId: draft.id,
        publishedAt: Date.now(),
        publishedBy: by,
      },
    ])
    expect(await desk.publish(draft)).toMatchObject({ publishedAs: 'tiers:3' })
    expect(await desk.street.find('policies', {})).toHaveLength(1)
    expect((await desk.street.find('pointers', {}))[0]).toMatchObject({ policies: { tiers: 'tiers:3' } })
  })
})
