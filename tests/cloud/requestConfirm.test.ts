import { requestService } from '../../contract/request'
import { resolveLamp, submitLamp } from './lamp'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeEach(async () => {
  street = await openStreet()
})

describe('confirm', () => {
  it('closes when the reporter says yes, once', async () => {
    const { id, version } = await resolveLamp(street)
    const input = { id, version, solved: 'yes' as const, satisfaction: 'good' as const, token: tokens.next() }
    await street.as('zhang').ok(requestService, 'confirm', input)
    const { request } = await street.as('zhang').ok(requestService, 'confirm', input)
    expect(request).toMatchObject({ status: 'confirmed', turn: { who: 'nobody' }, moves: [] })
    expect(request.timeline.filter(entry => entry.kind === 'confirmed')).toHaveLength(1)
  })

  it.each(['no', 'partly'] as const)(
    'opens again on “%s”, back in the worklist, and the community hears',
    async solved => {
      const { id, version } = await resolveLamp(street)
      const said = {
        id,
        version,
        solved,
        satisfaction: 'poor' as const,
        text: '晚上还是不亮',
        token: tokens.next(),
      }
      const { request } = await street.as('zhang').ok(requestService, 'confirm', said)
      expect(request).toMatchObject({ status: 'reopened', turn: { who: 'officer' } })
      const open = await street.find('requests', { _id: id })
      expect(open[0]?.openKey).toBeDefined()
      const told = await street.find('inbox', {
        personId: street.id('wang'),
        link: `/pages/request/index?id=${id}`,
      })
      expect(told.length).toBeGreaterThan(0)
    },
  )

  it('wants a sentence with “no”', async () => {
    const { id, version } = await resolveLamp(street)
    const said = { id, version, solved: 'no', satisfaction: 'poor', token: tokens.next() }
    expect(await street.as('zhang').error('request.confirm', said)).toMatchObject({
      code: 'invalid',
      field: 'text',
    })
  })

  it.each(['chen', 'wang', 'stranger', 'li'] as const)('is the reporter’s alone, not for %s', async name => {
    const { id, version } = await resolveLamp(street)
    const said = { id, version, solved: 'yes', satisfaction: 'good', token: tokens.next() }
    expect(await street.as(name).error('request.confirm', said)).toMatchObject({ code: 'notFound' })
  })

  it('answers a screen that is behind, and a state that is too early', async () => {
    const { id, version } = await resolveLamp(street)
    const said = { id, solved: 'yes', satisfaction: 'good', token: tokens.next() }
    expect(
      await street.as('zhang').error('request.confirm', { ...said, version: version - 1 }),
    ).toMatchObject({ code: 'conflict' })
    const early = await submitLamp(street)
    expect(
      await street.as('zhang').error('request.confirm', { ...said, id: early.id, version: 1 }),
    ).toMatchObject({ code: 'wrongState' })
  })
})
