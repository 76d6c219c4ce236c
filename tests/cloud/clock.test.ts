import { contractVersion } from '../../contract/envelope'
import { requestService } from '../../contract/request'
import { hour, minute } from '../../domain/time/china'
import { callFunction, runTimer, shiftClock, tokenFor } from '../support/localCloud'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const report = { text: '三单元楼道灯坏了几天了', place: { gridId: 'g-1' }, photos: [] }
const submit = async () =>
  (await street.as('zhang').ok(requestService, 'submit', { ...report, token: tokens.next() })).request

it('marks what is overdue once and tells the community, however often it runs', async () => {
  const { id } = await submit()
  // Ten days: every officer clock of tier B is over.
  await shiftClock(street.env, 240 * hour)
  await runTimer(street.env, 'clock')
  await runTimer(street.env, 'clock')
  const { request } = await street.as('zhang').ok(requestService, 'read', { id })
  expect(request.timeline.filter(entry => entry.kind === 'overdue')).toHaveLength(3)
  expect(request.clocks.every(clock => clock.overdue)).toBe(true)
  const told = await street.find('inbox', { personId: street.id('wang') })
  expect(told).toHaveLength(3)
})

it('ends a matter that nobody answered, after the reporter’s window and not before', async () => {
  const { id } = await submit()
  const chen = street.as('chen')
  await chen.ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
  await chen.ok(requestService, 'resolve', {
    id,
    version: 2,
    text: '换好了',
    manner: 'help',
    photos: [],
    token: tokens.next(),
  })
  await shiftClock(street.env, 100 * hour)
  await runTimer(street.env, 'clock')
  expect((await chen.ok(requestService, 'read', { id })).request.status).toBe('resolved')
  // Five days later at the end of the duty hours: up to 138 hours for what was settled just after midnight.
  await shiftClock(street.env, 140 * hour)
  await runTimer(street.env, 'clock')
  expect((await chen.ok(requestService, 'read', { id })).request.status).toBe('closedNoAnswer')
})

it('does what a call left undone', async () => {
  const { id } = await submit()
  const [request] = await street.find('requests', { _id: id })
  // As if the instance had been frozen right after the write.
  const effect = {
    id: '9-x',
    kind: 'tell',
    personId: street.id('li'),
    text: '有一件事',
    link: '/pages/home/index',
  }
  await street.import('requests', [{ ...request, _id: 'r-left', effects: [effect], wakeAt: Date.now() - 1 }])
  await runTimer(street.env, 'clock')
  await runTimer(street.env, 'clock')
  expect(await street.find('inbox', { personId: street.id('li') })).toHaveLength(1)
  expect(await street.find('requests', { _id: 'r-left' })).toMatchObject([{ effects: [] }])
})

const burning = '楼道里有股烧塑料的味道，找不到哪来的'
const danger = async () =>
  (await street.as('zhang').ok(requestService, 'submit', { ...report, text: burning, token: tokens.next() }))
    .request
const linesOf = async (name: Parameters<OpenStreet['id']>[0], id: string) =>
  (await street.find('inbox', { personId: street.id(name), link: `/pages/request/index?id=${id}` })).map(
    line => String(line.text),
  )

it('calls the street to a doubted danger after ten minutes, when nobody has judged it', async () => {
  const { id } = await danger()
  expect(await linesOf('wang', id)).toHaveLength(1)
  await shiftClock(street.env, 9 * minute)
  await runTimer(street.env, 'clock')
  expect(await linesOf('liu', id)).toEqual([])
  await shiftClock(street.env, 10.5 * minute)
  await runTimer(street.env, 'clock')
  await runTimer(street.env, 'clock')
  expect(await linesOf('liu', id)).toEqual([expect.stringContaining('确认险情')])
  // Nobody has accepted it either: whoever stands in hears of it.
  expect(await linesOf('lead', id)).toHaveLength(1)
})

it('spares the street when a person has said that there is none', async () => {
  const { id, version } = await danger()
  await street
    .as('chen')
    .ok(requestService, 'retier', { id, version, tier: 'B', text: '是隔壁在炒菜', token: tokens.next() })
  await shiftClock(street.env, 30 * minute)
  await runTimer(street.env, 'clock')
  expect(await linesOf('liu', id)).toEqual([])
})

it('goes on with the work when the resident does not answer, and takes the waiting off the time', async () => {
  const { id } = await submit()
  const chen = street.as('chen')
  await chen.ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
  await chen.ok(requestService, 'askInfo', { id, version: 2, text: '哪个单元？', token: tokens.next() })
  await shiftClock(street.env, 100 * hour)
  await runTimer(street.env, 'clock')
  await runTimer(street.env, 'clock')
  const { request } = await chen.ok(requestService, 'read', { id })
  expect(request.status).toBe('inProgress')
  expect(request.timeline.filter(({ kind }) => kind === 'infoMissed')).toHaveLength(1)
  expect(request.clocks.find(({ name }) => name === 'resolve')).toMatchObject({ overdue: false })
})

it('climbs from the grid to the community and the street while nothing is done, each once', async () => {
  const { id } = await submit()
  await street.as('chen').ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
  for (let days = 1; days <= 20; days++) {
    await shiftClock(street.env, days * 24 * hour)
    await runTimer(street.env, 'clock')
  }
  const { request } = await street.as('zhang').ok(requestService, 'read', { id })
  const resolving = request.timeline.filter(({ text }) => text?.includes('办结'))
  expect(resolving.map(({ kind }) => kind)).toEqual(['warned', 'overdue', 'escalated'])
  expect(request.clocks.find(({ name }) => name === 'resolve')).toMatchObject({ toldUp: 'street' })
  expect(await linesOf('liu', id)).toHaveLength(1)
})

it('refuses anyone but the timer', async () => {
  await submit()
  await shiftClock(street.env, 240 * hour)
  const token = await tokenFor(street.env, 'test-liu')
  const { result } = await callFunction(token, 'clock', {
    Type: 'Timer',
    TriggerName: 'minute',
    v: contractVersion,
  })
  expect(result).toEqual({ refused: true })
  expect(await street.find('inbox', { personId: street.id('wang') })).toEqual([])
})
