import type { Browser, Page } from 'playwright-core'
import { contractVersion } from '../../contract/envelope'
import { launchChromium, phone } from '../support/chromium'
import { callFunction, cloudUrl, importDocuments, makeEnvironment, tokenFor } from '../support/localCloud'

// The console of the local cloud, as a developer looks at it: at her desk, and on a phone.

const env = `console-${process.pid}`
let browser: Browser
beforeAll(async () => {
  await makeEnvironment({ id: env })
  await importDocuments(
    env,
    'people',
    Array.from({ length: 70 }, (_, n) => ({ _id: `p${String(n).padStart(2, '0')}`, name: `某人${n}` })),
  )
  await callFunction(await tokenFor(env, 'o-console'), 'api', {
    action: 'account.home',
    input: {},
    v: contractVersion,
  })
  browser = await launchChromium()
})
afterAll(() => browser.close())

const screens = {
  'at a desk': { viewport: { width: 1280, height: 800 } },
  'on a phone': phone,
}
const parts = ['集合与索引', '文档', '云存储', '函数日志', '慢查询', '定时器', '已发消息', '故障', '限制']

const open = async (screen: object) => {
  const context = await browser.newContext(screen)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  await page.goto(`${cloudUrl()}/_cloud`)
  await page.getByLabel('环境').selectOption(env)
  return { context, page, errors }
}
const openPart = async (page: Page, name: string) => {
  await page.getByRole('link', { name, exact: true }).click()
  await page.waitForFunction(title => document.title.startsWith(title), name)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
}

it.each(Object.keys(screens) as (keyof typeof screens)[])(
  'shows every part %s, without an error and without scrolling sideways',
  async screen => {
    const { context, page, errors } = await open(screens[screen])
    for (const part of parts) {
      await openPart(page, part)
      expect(await page.getByRole('alert').count()).toBe(0)
      const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([part, beside <= 0]).toEqual([part, true])
    }
    expect(errors).toEqual([])
    await context.close()
  },
)

it('leads from a collection to its documents, page by page', async () => {
  const { context, page } = await open(screens['at a desk'])
  await page.getByRole('link', { name: 'people', exact: true }).click()
  await page.getByText('p49', { exact: true }).waitFor()
  expect(await page.getByText('p69', { exact: true }).count()).toBe(0)
  await page.getByRole('button', { name: '再看一些' }).click()
  await page.getByText('p69', { exact: true }).click()
  await page.getByText('"name": "某人69"').waitFor()
  await context.close()
})

it('shows what a call cost', async () => {
  const { context, page } = await open(screens['at a desk'])
  await openPart(page, '函数日志')
  await page.getByText('看', { exact: true }).first().click()
  await page.getByText('用户 o-console').waitFor()
  await page.getByText(/database\.\w+ people\s+读 \d+/).waitFor()
  await context.close()
})

it('sets faults where it is allowed to, and says what is wrong with one', async () => {
  const { context, page } = await open(screens['at a desk'])
  await openPart(page, '故障')
  const field = page.getByLabel('故障，JSON')
  await field.fill('{"rules": [{"action": "storage.*", "errorRate": 7}]}')
  await page.getByRole('button', { name: '照此设置' }).click()
  await page.getByText(/a chance from 0 to 1, not 7/).waitFor()
  await field.fill('{"rules": [{"action": "storage.*", "errorRate": 0.5}], "seed": 3}')
  await page.getByRole('button', { name: '照此设置' }).click()
  await page.getByText('已设置。').waitFor()
  await page.reload()
  await page.getByLabel('环境').selectOption(env)
  await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('storage.*'))
  await context.close()
})
