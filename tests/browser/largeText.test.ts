import type { Browser, Page } from 'playwright-core'
import { requestService } from '../../contract/request'
import { openidOf, type Name } from '../cloud/exampleStreet'
import { openStreet, type OpenStreet } from '../cloud/openStreet'
import { tokens } from '../cloud/tokens'
import { launchChromium } from '../support/chromium'
import { tokenFor } from '../support/localCloud'
import { openApp } from '../support/openApp'

// Every screen at the largest text, on a narrow phone: nothing runs out of it, nothing is cut off, targets stay big.

let browser: Browser
let street: OpenStreet
let requestId = ''
let joinedId = ''
beforeAll(async () => {
  browser = await launchChromium()
  street = await openStreet()
  const { request } = await street.as('zhang').ok(requestService, 'submit', {
    text: '厨房闻到很重的煤气味，邻居也说头晕，请快一点来人看看',
    place: { gridId: 'g-1', address: '甲一街区十二栋三单元二楼靠东边那户' },
    photos: [],
    token: tokens.next(),
  })
  requestId = request.id
  const lamps = await street.as('zhang').ok(requestService, 'submit', {
    text: '从村口牌坊一直到便民市场的路灯全都不亮',
    place: { gridId: 'g-1', address: '甲一街区十二栋旁边' },
    photos: [],
    token: tokens.next(),
  })
  joinedId = lamps.request.id
  await street.as('he').ok(requestService, 'join', { id: joinedId, token: tokens.next() })
})
afterAll(() => browser.close())

/** Elements that reach beyond the screen, or whose text is cut off although nothing says it may be. */
const clipped = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.screen *')].flatMap(element => {
      const { right, left, width } = element.getBoundingClientRect()
      const { overflowX, webkitLineClamp } = getComputedStyle(element)
      const beyond = width > 0 && (right > innerWidth + 1 || left < -1)
      const cut =
        element.scrollWidth > element.clientWidth + 1 && overflowX === 'hidden' && webkitLineClamp === 'none'
      return beyond || cut ? [`${element.className}: ${(element.textContent ?? '').slice(0, 30)}`] : []
    }),
  )

const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.screen [role=button], .screen [role=radio]')].flatMap(element => {
      const { width, height } = element.getBoundingClientRect()
      return width > 0 && (height < 44 || width < 44) ? [element.textContent] : []
    }),
  )

const screens: [name: string, who: Name, path: () => string, words: string][] = [
  ['home', 'zhang', () => '/pages/home/index', '陈志强'],
  ['home of an officer', 'chen', () => '/pages/home/index', '去办'],
  ['report', 'zhang', () => '/pages/report/index', '什么事？'],
  ['request', 'zhang', () => `/pages/request/index?id=${requestId}`, '经过'],
  ['request of an officer', 'chen', () => `/pages/request/index?id=${requestId}`, '由我来办'],
  ['joined', 'he', () => `/pages/joined/index?id=${joinedId}`, '已记上您这一户'],
  ['following', 'he', () => '/pages/following/index', '路灯'],
  ['mine', 'zhang', () => '/pages/mine/index', '煤气味'],
  ['council', 'he', () => '/pages/council/index', '楼道灯换成声控的'],
  ['topic', 'he', () => '/pages/topic/index?id=t-lamps', '请您投票'],
  ['me', 'chen', () => '/pages/me/index', '字要多大'],
  ['policies', 'liu', () => '/staff/policies/index', '分级规则'],
  ['letters, changed', 'liu', () => '/staff/policyEdit/index?from=tiers:2', '存成草稿'],
  ['deadlines, changed', 'liu', () => '/staff/policyEdit/index?from=deadline:1', '多久受理'],
  ['calendar, changed', 'liu', () => '/staff/policyEdit/index?from=calendar:1', '放假和补班'],
  ['rules, changed', 'liu', () => '/staff/policyEdit/index?from=triage:1', '加一条规则'],
  ['corrections', 'liu', () => '/staff/corrections/index', '没有人改过'],
  ['find', 'zhang', () => '/pages/place/index', '用我的位置找'],
  ['place', 'zhang', () => '/pages/place/index?for=home&near=g-1', '第二网格'],
  ['card', 'zhang', () => '/pages/card/index?area=g-1', '还可以找谁'],
  ['household', 'zhang', () => '/pages/household/index', '记一个家人的地方'],
  ['worklist', 'chen', () => '/staff/worklist/index', '煤气味'],
  ['roster', 'wang', () => '/staff/roster/index', '甲社区的班组'],
  ['claim', 'stranger', () => '/staff/claim/index', '居民不用绑定'],
  ['plate that is none', 'stranger', () => '/pages/plate/index?code=abcdefgh', '没有查到这块牌子'],
  ['plates', 'liu', () => '/staff/plates/index', '第一网格'],
  ['imports', 'liu', () => '/staff/imports/index', '导出现在用的'],
]

it.each(screens)('%s', async (_name, who, path, words) => {
  const { context, page } = await openApp(
    browser,
    await tokenFor(street.env, openidOf(who)),
    '/pages/me/index',
    { viewport: { width: 320, height: 640 } },
  )
  await page.getByRole('radio', { name: '特大字' }).click()
  await page.evaluate(to => (location.hash = to), path())
  await page.getByText(words).filter({ visible: true }).first().waitFor()
  // One and a half times 17 px: the choice made on another page holds on this one.
  const sizes = await page
    .locator('.screen')
    .filter({ visible: true })
    .evaluateAll(all => all.map(one => getComputedStyle(one).fontSize))
  expect(sizes).toEqual(['25.5px'])
  expect({ clipped: await clipped(page), small: await smallTargets(page) }).toEqual({
    clipped: [],
    small: [],
  })
  await context.close()
})

it('is one touch away on the first screen, and one touch back', async () => {
  const { context, page } = await openApp(browser, await tokenFor(street.env, openidOf('zhang')))
  const size = () => page.locator('.screen').evaluate(one => getComputedStyle(one).fontSize)
  await page.getByRole('button', { name: '换成长辈版，字大一些' }).click()
  await page.getByRole('button', { name: '换回标准版' }).waitFor()
  expect(await size()).toBe('25.5px')
  await page.getByRole('button', { name: '换回标准版' }).click()
  await page.getByRole('button', { name: '换成长辈版，字大一些' }).waitFor()
  expect(await size()).toBe('17px')
  await context.close()
})
