import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import { type MovingStreet, openMovingStreet } from './movingStreet'
import { tokens } from './tokens'

let street: MovingStreet

beforeEach(async () => {
  street = await openMovingStreet()
})

describe('retier', () => {
  it('alerts everyone on duty when a person sees danger', async () => {
    const { id } = await street.submitted()
    await street.move('chen', 'retier', { id, version: 1 } as RequestView, { tier: 'A', text: '电线裸着' })
    for (const name of ['wang', 'liu'] as const) {
      expect(await street.linesFor(name, { id } as RequestView)).toBeGreaterThan(0)
    }
  })

  it('lets the resident object once for each lowering, and puts the tier back when they are right', async () => {
    const request = await street.objected()
    expect(request.moves).not.toContain('object')
    const { id } = request
    const { request: seen } = await street.as('wang').ok(requestService, 'read', { id })
    expect(seen).toMatchObject({ moves: expect.arrayContaining(['answerObjection']), pending: { tier: 'A' } })
    const kept = await street.move('wang', 'answerObjection', seen, { upheld: false, text: '师傅看过了' })
    expect(kept).toMatchObject({
      tier: 'B',
      timeline: expect.arrayContaining([
        expect.objectContaining({ kind: 'objectionAnswered', text: '师傅看过了' }),
      ]),
    })
    const again = await street.move(
      'chen',
      'retier',
      await street.move('chen', 'retier', kept, { tier: 'A' }),
      {
        tier: 'B',
      },
    )
    const { request: hers } = await street.as('zhang').ok(requestService, 'read', { id: again.id })
    expect(hers.moves).toContain('object')
  })

  it('gives the reason of the person instead of the machine’s, and no emergency lines any more', async () => {
    const danger = await street.submitted('厨房闻到很重的煤气味，邻居头晕')
    expect(danger.emergencyLines.length).toBeGreaterThan(0)
    await street.move('chen', 'retier', danger, { tier: 'B', text: '是隔壁在刷漆' })
    const { request } = await street.as('zhang').ok(requestService, 'read', { id: danger.id })
    expect(request).toMatchObject({ reasons: ['改为“网格员来办”：是隔壁在刷漆'], emergencyLines: [] })
  })

  it('keeps from the resident which class it is counted under', async () => {
    const request = await street.move('chen', 'retier', await street.submitted(), {
      category: 'water',
      text: '是水的事',
    })
    expect(request).toMatchObject({ category: 'water', tier: 'B' })
    const { request: hers } = await street.as('zhang').ok(requestService, 'read', { id: request.id })
    expect(hers).not.toHaveProperty('category')
    expect(JSON.stringify(hers.timeline)).not.toContain('是水的事')
  })

  it('refuses to change nothing', async () => {
    const { id, version, tier } = await street.submitted()
    const sent = { id, version, tier, text: '没变', token: tokens.next() }
    expect(await street.as('chen').error('request.retier', sent)).toMatchObject({
      code: 'invalid',
      field: 'tier',
    })
  })
})
