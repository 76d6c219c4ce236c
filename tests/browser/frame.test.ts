import type { Browser } from 'playwright-core'
import { launchChromium, phone } from '../support/chromium'
import { cloudUrl } from '../support/localCloud'

// The local cloud's own page: a bar of demo people above the app.

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('lets a visitor be one of the demo people, and remembers whom', async () => {
  const page = await browser.newPage(phone)
  await page.goto(cloudUrl())
  const bar = page.getByRole('group', { name: '演示人物' })
  await bar.getByRole('button', { name: /陈志强/ }).click()
  await expectPressed('陈志强')
  await page.frameLocator('iframe').getByText('我要反映').waitFor()
  await page.reload()
  await expectPressed('陈志强')
  for (const button of await bar.getByRole('button').all())
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await page.close()

  async function expectPressed(name: string) {
    await page.locator('button[aria-pressed=true]', { hasText: name }).waitFor()
  }
})
