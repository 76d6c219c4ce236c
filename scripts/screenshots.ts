import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../tests/support/chromium'
import { makeEnvironment, tokenFor } from '../tests/support/localCloud'
import { openApp } from '../tests/support/openApp'
import { startLocalCloud } from '../tests/support/startLocalCloud'

// npm run screenshots: opens the demo street as its people and paints what they see into docs/images.

const images = join(process.cwd(), 'docs/images')
const seed = join(process.cwd(), '.linge/demo')
const screen: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 }

interface Shot {
  name: string
  who: string
  path: string
  options?: BrowserContextOptions
  /** What is done on the page before the picture. */
  act?: (page: Page) => Promise<void>
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click()

const shots: Shot[] = [
  { name: 'home', who: 'zhang-guifang', path: '/pages/home/index' },
  { name: 'home-dark', who: 'zhang-guifang', path: '/pages/home/index', options: { colorScheme: 'dark' } },
  {
    name: 'report-danger',
    who: 'zhang-guifang',
    path: '/pages/report/index',
    act: page => page.getByRole('textbox', { name: '什么事？一句话就行' }).fill('厨房闻到很重的煤气味'),
  },
  {
    name: 'received',
    who: 'li-xiaoyan',
    path: '/pages/home/index',
    act: async page => {
      await press(page, '我要反映')
      await page
        .getByRole('textbox', { name: '什么事？一句话就行' })
        .fill('三单元二楼楼道灯不亮，老人上下楼看不见')
      await page.getByRole('textbox', { name: '在哪里？' }).fill('甲片3栋三单元')
      await press(page, '发送')
      await page.getByRole('status').getByText('已收到').waitFor()
    },
  },
  {
    name: 'request',
    who: 'zhang-guifang',
    path: '/pages/mine/index',
    act: page => press(page, /办好了，请您看看/),
  },
  {
    name: 'officer',
    who: 'zhang-guifang',
    path: '/pages/home/index',
    act: async page => {
      await press(page, '他管什么，还可以找谁')
      await page.getByText('还可以找谁').waitFor()
    },
  },
  { name: 'worklist', who: 'chen-zhiqiang', path: '/staff/worklist/index' },
  {
    name: 'topic',
    who: 'he-jianguo',
    path: '/pages/council/index',
    act: async page => {
      await press(page, /正在投票/)
      await page.getByText('请您投票').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'place',
    who: 'li-xiaoyan',
    path: '/pages/place/index',
    act: async page => {
      await press(page, '在地图上点')
      await press(page, /社区$/)
      await page.getByRole('radio').nth(3).click()
    },
  },
  {
    name: 'large-text',
    who: 'zhang-guifang',
    path: '/pages/me/index',
    act: async page => {
      await page.getByRole('radio', { name: '特大字' }).click()
      await page.getByText('首页').last().click()
    },
  },
]

const paint = async () => {
  mkdirSync(images, { recursive: true })
  const people = JSON.parse(readFileSync(join(seed, 'people.json'), 'utf8')) as {
    id: string
    openid: string
  }[]
  const cloud = await startLocalCloud()
  process.env.LOCAL_CLOUD_URL = cloud.url
  const browser = await launchChromium()
  try {
    await makeEnvironment({ id: 'screenshots', seed })
    for (const { name, who, path, options, act } of shots) {
      const openid = people.find(({ id }) => id === who)?.openid ?? ''
      const { context, page } = await openApp(browser, await tokenFor('screenshots', openid), path, {
        ...screen,
        ...options,
      })
      await page.waitForLoadState('networkidle')
      await act?.(page)
      await page.waitForTimeout(600)
      await page.screenshot({ path: join(images, `${name}.png`) })
      await context.close()
      console.log(`docs/images/${name}.png`)
    }
  } finally {
    await browser.close()
    await cloud.stop()
  }
}

paint().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
