import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import { type MovingStreet, openMovingStreet } from './movingStreet'

let street: MovingStreet

beforeEach(async () => {
  street = await openMovingStreet()
})

it('shows what an officer has reached of a danger to officers, and its clocks to nobody else', async () => {
  const danger = await street.move('chen', 'accept', await street.submitted('厨房闻到很重的煤气味，邻居头晕'))
  expect(danger.clocks.map(({ name }) => name)).toEqual(expect.arrayContaining(['onSite', 'controlled']))
  const there = await street.move('chen', 'reply', danger, { reached: 'onSite', text: '到了，在关阀门' })
  expect(there.clocks.map(({ name }) => name)).not.toContain('onSite')
  const { request } = await street.as('zhang').ok(requestService, 'read', { id: danger.id })
  expect(request.clocks.map(({ name }) => name)).not.toContain('controlled')
  expect(request.timeline.at(-1)?.text).toBe('已到现场。到了，在关阀门')
})

it('keeps a report about those of the community from the community, and gives it to the street', async () => {
  const { id, handler, aboutStaff } = await street.submitted('社区书记收好处，偏袒开发商')
  expect(handler).toMatchObject({ name: '刘洋' })
  expect(aboutStaff).toBe(true)
  for (const name of ['chen', 'lead', 'wang'] as const)
    expect(await street.as(name).error('request.read', { id })).toMatchObject({ code: 'notFound' })
  const { request } = await street.as('liu').ok(requestService, 'read', { id })
  expect(request).toMatchObject({ aboutStaff: true, moves: expect.arrayContaining(['accept']) as string[] })
  // She has it, so she does what a handler does.
  const taken = await street.move('liu', 'accept', request)
  expect(await street.move('liu', 'resolve', taken, { manner: 'intervene' })).toMatchObject({
    status: 'resolved',
  })
})

it('names the right door to both sides, and keeps it with the request', async () => {
  const { id, door } = await street.submitted('法院已经判了，对方不给钱，请帮忙强制执行')
  expect(door).toMatchObject({
    name: expect.stringContaining('法院') as string,
    say: expect.stringContaining('12348') as string,
  })
  expect((await street.as('chen').ok(requestService, 'read', { id })).request.door).toEqual(door)
  expect((await street.find('requests', { _id: id }))[0]).toMatchObject({
    triage: { route: 'door', door: { id: 'court' } },
  })
})

it('keeps a report about an officer from whoever works on the ground, and gives it to the community', async () => {
  const { id, handler } = await street.submitted('网格员态度很差，还骂人')
  expect(handler).toMatchObject({ name: '王敏' })
  for (const name of ['chen', 'lead'] as const) {
    expect(await street.as(name).error('request.read', { id })).toMatchObject({ code: 'notFound' })
    expect(await street.linesFor(name, { id } as RequestView)).toBe(0)
    const { lines } = await street.as(name).ok(requestService, 'worklist', {})
    expect(lines.map(line => line.id)).not.toContain(id)
  }
  expect((await street.as('wang').ok(requestService, 'read', { id })).request.id).toBe(id)
})
