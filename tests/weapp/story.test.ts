import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unbound } from '../../domain/roster/binding'
import { inventedPhone } from '../../localcloud/src/platform/phoneNumbers'
import { openidOf, type Name } from '../cloud/exampleStreet'
import { openStreet, type OpenStreet } from '../cloud/openStreet'
import { cloudUrl, tokenFor } from '../support/localCloud'
import { gatewayCloud } from '../support/weapp/gatewayCloud'
import { measureFirstScreen } from '../support/weapp/measureFirstScreen'
import { MiniProgram } from '../support/weapp/MiniProgram'
import { onX64 } from '../support/weapp/onX64'

// The same story as in the browser, in the built mini program against the same local cloud.

const lamp = join(__dirname, '../cloud/files/lamp.png')

onX64('the story', () => {
  let street: OpenStreet
  beforeAll(async () => {
    street = await openStreet()
  })

  const openAs = async (name: Name, options: { refusesLocation?: boolean } = {}) => {
    const gateway = gatewayCloud(await tokenFor(street.env, openidOf(name)))
    const program = new MiniProgram({ cloud: gateway.cloud, photo: lamp, ...options })
    return Object.assign(program, { calls: gateway.calls })
  }

  /** What the cloud serves at an address. */
  const bytesAt = async (url = '') => Buffer.from(await (await fetch(new URL(url, cloudUrl()))).arrayBuffer())

  let request = ''

  it('shows the first screen with at most two setData calls and 12 KB, by one call to the cloud', async () => {
    const { calls, bytes } = await measureFirstScreen(await tokenFor(street.env, openidOf('zhang')), '陈志强')
    console.log(`first screen: ${calls} setData calls, ${bytes} bytes`)
    expect(calls).toBeLessThanOrEqual(2)
    expect(bytes).toBeLessThanOrEqual(12_000)
    const home = await openAs('zhang')
    await home.sees('我的网格员 · 第一网格')
    expect(home.calls).toEqual(['account.home'])
    await home.press('打电话给陈志强')
    expect(home.dialled).toEqual(['0755-00005678'])
  })

  it('takes a report with a photo and a place, and says at once what becomes of it', async () => {
    const phone = await openAs('zhang')
    await phone.press('我要反映')
    await phone.type('什么事？一句话就行', '三单元楼道的灯坏了，晚上看不见路')
    await phone.press('拍照片或选照片')
    await phone.press('在地图上选')
    // Before the first use of the location she is asked in plain words.
    await phone.sees('位置不留')
    await phone.press('可以，用我的位置')
    await phone.sees('地图上选好了，重新选')
    await phone.press('漏水停水停电', 'radio')
    await phone.press('发送')
    await phone.sees('已收到')
    await phone.sees(/编号 \d{6}-[0-9A-Z]{6}/)
    await phone.sees('网格员来办')
    await phone.sees('换灯这样的小事，网格员就能办好。')
    await phone.sees(/最晚 .* 有人受理/)
    await phone.sees('陈志强 · 网格员')
    await street.minuteLater()
    await phone.press('看办到哪一步了')
    await phone.sees('网格员在办')
    await phone.press('看第1张照片')
    expect(await bytesAt(phone.previewed[0])).toEqual(readFileSync(lamp))
    request = (phone.page.options as { id: string }).id
    expect(phone.errors).toEqual([])
  })

  it('offers our own map and list to somebody who has refused the location', async () => {
    const phone = await openAs('li', { refusesLocation: true })
    // The map begins at her home, which the phone knows from here on.
    await phone.sees('我的网格员 · 第二网格')
    await phone.press('我要反映')
    await phone.type('什么事？一句话就行', '垃圾桶满了两天没人收')
    await phone.press('在地图上选')
    await phone.press('可以，用我的位置')
    await phone.press('第二网格', 'radio')
    await phone.press('就是第二网格')
    await phone.press('发送')
    await phone.sees('周敏 · 网格员')
    expect(phone.errors).toEqual([])
  })

  it('finds who looks after a place with one call, and rings them', async () => {
    const phone = await openAs('stranger')
    await phone.press('找别处的网格员')
    await phone.press('用我的位置找')
    await phone.press('可以，用我的位置')
    await phone.sees('陈志强 · 网格员')
    await phone.sees('有哪些事找他')
    expect(phone.calls).toEqual(['account.home', 'area.locate'])
    await phone.press('打电话给陈志强')
    expect(phone.dialled).toEqual(['0755-00005678'])
    expect(phone.errors).toEqual([])
  })

  it('hands the card on to a group, and the link opens it', async () => {
    const phone = await openAs('zhang')
    phone.open('/pages/card/index?area=g-2')
    await phone.sees('周敏 · 网格员')
    const share = phone.page.onShareAppMessage as (event: object) => { title: string; path: string }
    const { title, path } = share.call(phone.page, { from: 'button' })
    expect(title).toBe('第二网格的网格员：周敏')
    const neighbour = await openAs('stranger')
    neighbour.open(path)
    await neighbour.sees('周敏 · 网格员')
    expect([...phone.errors, ...neighbour.errors]).toEqual([])
  })

  it('finds them by name for who has refused the location', async () => {
    const phone = await openAs('stranger', { refusesLocation: true })
    await phone.press('找别处的网格员')
    await phone.press('用我的位置找')
    await phone.press('可以，用我的位置')
    await phone.sees('没关系，不用位置也能找到')
    await phone.type('搜小区、楼栋、地标，或网格员全名', 'ghy')
    await phone.press(/^桂花苑，/)
    await phone.sees('陈志强 · 网格员')
    await phone.press('在这里反映')
    await phone.sees('什么事？一句话就行')
    expect(phone.errors).toEqual([])
  })

  it('shows the numbers to call before anything is sent, when it sounds like danger', async () => {
    const phone = await openAs('zhang')
    await phone.press('我要反映')
    await phone.type('什么事？一句话就行', '厨房有煤气味')
    await phone.sees('有危险？先打电话，再反映')
    await phone.press('打119，火警救援')
    expect(phone.dialled).toEqual(['119'])
    expect(phone.calls).toEqual(['account.home'])
  })

  it('lets the grid member accept, answer and resolve it', async () => {
    const phone = await openAs('chen')
    await phone.press('去办')
    await phone.press(/待受理：三单元/)
    await phone.press('受理')
    await phone.press('说一句')
    await phone.type('回复居民', '下午带灯泡过去')
    await phone.press('发出')
    await phone.sees('下午带灯泡过去')
    await phone.press('办好了')
    await phone.type('怎么办好的，告诉居民', '换了新灯泡')
    await phone.press('拍照片或选照片')
    await phone.press('办好了，请居民确认')
    await phone.sees('等居民确认')
    expect(phone.errors).toEqual([])
  })

  it('lets her read what happened and have the last word', async () => {
    const phone = await openAs('zhang')
    phone.open(`/pages/request/index?id=${request}`)
    await phone.sees('换了新灯泡')
    await phone.press('办好了', 'radio')
    await phone.press('满意', 'radio')
    await phone.press('确认')
    await phone.sees('您说办好了')
    expect(phone.errors).toEqual([])
  })

  it('binds an officer by phone number, by WeChat’s own button, after a yes', async () => {
    await street.import('bindings', [unbound('o-zhou')])
    const [officer] = await street.find('officers', { of: 'o-zhou' })
    await street.import('officers', [{ ...officer, privatePhone: inventedPhone(openidOf('xu')) }])
    const phone = await openAs('xu')
    phone.open('/staff/claim/index')
    await phone.press('同意用我的手机号核对一次', 'checkbox')
    await phone.givePhone()
    await phone.sees('没有拿到手机号')
    await phone.givePhone(await street.as('xu').phoneCode())
    await phone.sees('绑定好了，周敏')
    await phone.sees('第二网格 · 网格员')
    await phone.press('去我的待办')
    await phone.sees('垃圾桶满了两天没人收')
    expect(phone.errors).toEqual([])
  })

  it('opens every page of the app without an error', async () => {
    const phone = await openAs('wu')
    for (const [page, words] of [
      ['pages/mine/index', '还没有反映过'],
      ['pages/council/index', '楼道灯换成声控的'],
      ['pages/me/index', '字要多大'],
      ['pages/topic/index?id=t-lamps', '请您投票'],
      ['pages/place/index', '用我的位置找'],
      ['pages/place/index?for=home&near=g-1', '第二网格'],
      ['pages/card/index?area=g-1', '有哪些事找他'],
      ['pages/household/index', '记一个家人的地方'],
      ['staff/claim/index', '居民不用绑定'],
      ['staff/worklist/index', '没有找到'],
      ['staff/roster/index', '没有找到'],
    ] as const) {
      phone.open(`/${page}`)
      await phone.sees(words)
    }
    expect(phone.errors).toEqual([])
  })
})
