import gcoord from 'gcoord'
import type { Page } from 'playwright-core'
import { middleOf } from '../cloud/exampleStreet'
import { makeEnvironment, tokenFor } from '../support/localCloud'
import { sees } from './onScreen'
import { phonesOnStreet } from './phonesOnStreet'

// The front door, in a browser of phone size: from a name or a place to the person on duty.

const { open, openAs, street } = phonesOnStreet()

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).first()
const press = (page: Page, name: string | RegExp) => button(page, name).click()
const field = (page: Page, name: string | RegExp) =>
  page.getByRole('textbox', { name }).filter({ visible: true }).first()

it('a newcomer whose phone gives no location finds the officer by a name, can call, and reports from there', async () => {
  const page = await openAs('stranger')
  await press(page, '找别处的网格员')
  await press(page, '用我的位置找')
  await sees(page, '想用一下您的位置，可以吗？')
  // Chromium was given no permission: the system says no.
  await press(page, '可以，用我的位置')
  await sees(page, '没关系，不用位置也能找到')
  await field(page, /^搜小区/).fill('贵花苑3栋')
  await press(page, /^桂花苑 3 栋/)
  await sees(page, '陈志强 · 网格员')
  await button(page, '打电话给陈志强').waitFor()
  await sees(page, '上门走访，问问难处')
  await press(page, '在这里反映')
  expect(await field(page, '在哪里？').inputValue()).toBe('桂花苑 3 栋')
  await field(page, '什么事？一句话就行').fill('楼下垃圾桶满了两天没人收')
  await press(page, '发送')
  await sees(page, '已收到')
  await sees(page, '陈志强 · 网格员')
})

it('touched on the map, the pin is where the finger was, and the grid is the one that lies there', async () => {
  const page = await openAs('stranger', '/pages/place/index?near=g-1')
  const map = page.getByRole('img', { name: /^网格地图/ })
  const frame = await map.boundingBox()
  // The example street is twice as wide as it is high: in the frame it lies in the middle, with room above and below.
  const finger = { x: frame!.x + frame!.width * 0.7, y: frame!.y + frame!.height * 0.6 }
  await page.mouse.click(finger.x, finger.y)
  await button(page, '就是第二网格').waitFor()
  const pin = await page.getByLabel('您点的地方').boundingBox()
  expect(Math.abs(pin!.x + pin!.width / 2 - finger.x)).toBeLessThan(2)
  expect(Math.abs(pin!.y + pin!.height / 2 - finger.y)).toBeLessThan(2)
  await press(page, '就是第二网格')
  await sees(page, '周敏 · 网格员')
})

it('from a place it is one call', async () => {
  const { lng, lat } = middleOf(2)
  const [longitude, latitude] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84) as [number, number]
  const page = await openAs('stranger', '/pages/place/index', {
    geolocation: { longitude, latitude },
    permissions: ['geolocation'],
  })
  const calls: string[] = []
  page.on('request', request => {
    if (request.url().includes('/_cloud/call/'))
      calls.push((request.postDataJSON() as { action: string }).action)
  })
  await press(page, '用我的位置找')
  await press(page, '可以，用我的位置')
  await sees(page, '周敏 · 网格员')
  expect(calls).toEqual(['area.locate'])
})

it('she keeps it as home and her mother’s place beside it, reports from there, and can forget both', async () => {
  const page = await openAs('stranger', '/pages/card/index?area=g-2')
  await press(page, '我住这里，记下来')
  await sees(page, '记好了')
  await press(page, '家人住这里，记下来')
  await field(page, /^谁家/).fill('妈妈家')
  await field(page, /^哪栋楼/).fill('桂花苑3栋2单元502')
  await press(page, '记下来')
  await sees(page, '桂花苑3栋 · 第二网格')
  await page.evaluate(() => (location.hash = '/pages/report/index'))
  await page.getByRole('radio', { name: '妈妈家' }).filter({ visible: true }).click()
  expect(await field(page, '在哪里？').inputValue()).toBe('桂花苑3栋')
  await button(page, '打电话给周敏').waitFor()
  await page.evaluate(() => (location.hash = '/pages/household/index'))
  for (const label of ['妈妈家', '我家']) {
    await press(page, `去掉${label}`)
    await press(page, `确定去掉${label}`)
    await button(page, `去掉${label}`).waitFor({ state: 'hidden' })
  }
  await button(page, '记下我家').waitFor()
  expect(await street().find('people', { openid: 'test-stranger' })).toMatchObject([{ places: [] }])
})

it('says so, with what to do, where no street was set up', async () => {
  await makeEnvironment({ id: 'no-street' })
  await sees(await open(await tokenFor('no-street', 'test-anyone')), '街道还没有开通')
})
