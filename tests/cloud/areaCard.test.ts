import { areaService } from '../../contract/area'
import { contractVersion } from '../../contract/envelope'
import { requestService } from '../../contract/request'
import { newLeave } from '../../domain/roster/leave'
import { day } from '../../domain/time/china'
import { cloudUrl } from '../support/localCloud'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeAll(async () => {
  street = await openStreet()
})

// Finding one's officer needs no account: a stranger asks throughout.
const ask = () => street.as('stranger')

describe('card', () => {
  it('says who looks after a grid, what they do, and how the month went', async () => {
    const card = await ask().ok(areaService, 'card', { areaId: 'g-1' })
    expect(card).toMatchObject({
      grid: { id: 'g-1' },
      officer: { name: '陈志强', onDuty: true, workPhone: '0755-00005678' },
      dutyPhone: '0755-00001234',
      month: { received: 0, settled: 0 },
    })
    expect(card.duties?.length).toBeGreaterThan(2)
    expect(card.team?.map(({ name, post, area }) => [name, post, area])).toEqual([
      ['梁伟', '街区负责人', '甲一街区'],
    ])
  })

  it('shows the face of the officer, and of whoever stands in', async () => {
    const own = await openStreet()
    const now = Date.now()
    for (const id of ['o-chen', 'o-zhou']) {
      const [officer] = await own.find('officers', { of: id })
      await own.import('officers', [{ ...officer, photo: await own.as('chen').upload('lamp.png') }])
    }
    const away = { officerId: 'o-chen', from: now - 1, to: now + day, coverId: 'o-zhou' }
    const doing = { by: { personId: own.id('chen') }, at: now, token: tokens.next() }
    await own.import('leaves', [newLeave('v-1', away, doing)])
    const { officer } = await own.as('stranger').ok(areaService, 'card', { areaId: 'g-1' })
    for (const url of [officer?.photo, officer?.away?.cover?.photo]) {
      const picture = await fetch(new URL(url ?? '', cloudUrl()))
      expect(picture.status).toBe(200)
    }
    const { usage } = await own
      .as('stranger')
      .raw({ action: 'area.card', input: { areaId: 'g-1' }, v: contractVersion })
    expect(usage.ops).toBe(2)
  })

  it('names the other nets over the same ground with their people, also to who came by a name', async () => {
    const own = await openStreet()
    const [grid] = await own.find('areas', { of: 'g-1' })
    await own.import('areas', [
      {
        ...grid,
        ...{ _id: 'x-1@1', of: 'x-1', kind: 'redGrid', tree: 'red', name: '红色一格', path: ['x-1'] },
      },
    ])
    const [post] = await own.find('posts', { of: 'q-post-1' })
    await own.import('posts', [
      { ...post, ...{ _id: 'q-red@1', of: 'q-red', areaId: 'x-1', kind: 'gridHead', name: '周敏' } },
    ])
    const others = async (areaId: string) =>
      (await own.as('stranger').ok(areaService, 'card', { areaId })).others
    expect(await others('g-1')).toMatchObject([
      { area: { id: 'x-1' }, tree: 'red', inside: true, officer: { name: '周敏', post: '网格长' } },
    ])
    expect(await others('x-1')).toEqual([])
    expect((await others('g-2')).filter(({ inside }) => !inside)).toEqual([])
    expect(await others('c-1')).toEqual([])
  })

  it('counts what is done and waits for the resident’s word apart from what is settled', async () => {
    const own = await openStreet()
    const report = (text: string) =>
      own.as('zhang').ok(requestService, 'submit', {
        ...{ text, place: { gridId: 'g-1' }, photos: [], token: tokens.next() },
      })
    await report('垃圾桶满了没人收')
    const { request } = await report('三单元楼道灯坏了')
    const { id } = request
    await own.as('chen').ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    await own.as('chen').ok(requestService, 'resolve', {
      ...{ id, version: 2, text: '换好了', manner: 'help', photos: [], token: tokens.next() },
    })
    const month = async () => (await own.as('stranger').ok(areaService, 'card', { areaId: 'g-1' })).month
    expect(await month()).toEqual({ received: 2, settled: 0, toConfirm: 1 })
    await own.as('zhang').ok(requestService, 'confirm', {
      ...{ id, version: 3, solved: 'yes', satisfaction: 'good', token: tokens.next() },
    })
    expect(await month()).toEqual({ received: 2, settled: 1, toConfirm: 0 })
  })

  it('costs at most three operations on a warm instance', async () => {
    await ask().ok(areaService, 'card', { areaId: 'g-1' })
    const { usage } = await ask().raw({ action: 'area.card', input: { areaId: 'g-1' }, v: contractVersion })
    expect(usage.ops).toBeLessThanOrEqual(3)
  })

  it('says so when there is no such area, and refuses what is no id', async () => {
    expect(await ask().error('area.card', { areaId: 'nowhere' })).toMatchObject({ code: 'notFound' })
    expect(await ask().error('area.card', {})).toMatchObject({ code: 'invalid', field: 'areaId' })
  })
})
