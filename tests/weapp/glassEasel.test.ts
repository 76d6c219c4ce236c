import type { Browser } from 'playwright-core'
import { openidOf } from '../cloud/exampleStreet'
import { openStreet } from '../cloud/openStreet'
import { launchChromium, phone } from '../support/chromium'
import { cloudUrl, tokenFor } from '../support/localCloud'
import { buildHost } from '../support/weapp/glassEasel/buildHost'

// The built mini program in a browser, on WeChat's own open-source component framework.

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('runs the resident’s story on glass-easel against the local cloud', async () => {
  const street = await openStreet()
  const host = await buildHost()
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  // Served under the local cloud's own address, so that calls need no permission across origins.
  await page.route(`${cloudUrl()}/weapp/**`, route => {
    const file = host.get(new URL(route.request().url()).pathname.slice('/weapp/'.length))
    return file
      ? route.fulfill({ body: file.body, contentType: `${file.type}; charset=utf-8` })
      : route.fulfill({ status: 404 })
  })
  await page.goto(`${cloudUrl()}/weapp/#${await tokenFor(street.env, openidOf('zhang'))}`)

  const press = (name: string) =>
    page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click()
  const sees = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor()
  await sees('我的网格员 · 第一网格')
  await press('我要反映')
  await page.getByRole('textbox', { name: '什么事？一句话就行' }).fill('三单元楼道的灯坏了，晚上看不见路')
  await press('拍照片或选照片')
  await press('在地图上选')
  await press('可以，用我的位置')
  await sees('地图上选好了，重新选')
  await press('发送')
  await sees('已收到')
  await sees('换灯这样的小事，网格员就能办好。')
  await sees(/陈志强 · 网格员/)
  await street.minuteLater()
  await press('看办到哪一步了')
  await sees('网格员在办')
  await press('看第1张照片')
  expect(errors).toEqual([])
  expect(
    await page.evaluate(() => (window as unknown as { weapp: { errors: string[] } }).weapp.errors),
  ).toEqual([])
  await context.close()
})
