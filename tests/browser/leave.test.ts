import type { Browser, Page } from 'playwright-core'
import { requestService } from '../../contract/request'
import { openidOf, type Name } from '../cloud/exampleStreet'
import { openStreet, type OpenStreet } from '../cloud/openStreet'
import { tokens } from '../cloud/tokens'
import { launchChromium } from '../support/chromium'
import { tokenFor } from '../support/localCloud'
import { openApp } from '../support/openApp'
import { press, sees } from './onScreen'

// Nobody is left without somebody who answers: from the leave that is entered to the report that goes to the cover.

let browser: Browser
let street: OpenStreet
beforeAll(async () => {
  browser = await launchChromium()
  street = await openStreet()
})
afterAll(() => browser.close())

const as = async (name: Name, path: string, act: (page: Page) => Promise<void>) => {
  const { context, page, errors, foreign } = await openApp(
    browser,
    await tokenFor(street.env, openidOf(name)),
    path,
  )
  page.setDefaultTimeout(15_000)
  await act(page)
  expect({ errors, foreign }).toEqual({ errors: [], foreign: [] })
  await context.close()
}
const choose = (page: Page, label: string, name: string | RegExp) =>
  page.getByRole('radiogroup', { name: label, exact: true }).getByRole('radio', { name }).click()

it('1. the community enters a leave for a grid member, with a neighbour as cover', () =>
  as('wang', '/staff/roster/index', async page => {
    await sees(page, '甲社区的班组')
    await choose(page, '看下面哪一片', '甲一街区')
    await sees(page, '甲一街区的班组')
    await choose(page, '看下面哪一片', '第一网格')
    await press(page, '给陈志强登记请假')
    await choose(page, '一共几天', '5天')
    await choose(page, '请谁代班', /^周敏/)
    await press(page, '登记请假')
    await sees(page, /共5天，由周敏代班/)
  }))

it('2. a resident sees who stands in', () => as('zhang', '/pages/home/index', page => sees(page, /周敏/)))

it('3. what she reports goes to the cover, who finds it in her worklist', async () => {
  const { request } = await street.as('zhang').ok(requestService, 'submit', {
    text: '三单元楼道的灯坏了，晚上看不见路',
    place: { gridId: 'g-1' },
    photos: [],
    token: tokens.next(),
  })
  expect(request.handler?.name).toBe('周敏')
  await as('zhou', '/staff/worklist/index', async page => {
    await choose(page, '看哪一片', '第一网格')
    await sees(page, /三单元楼道的灯坏了/)
  })
})

it('4. back early, he is the one residents see again', async () => {
  await as('chen', '/staff/roster/index', async page => {
    await press(page, '陈志强已经回来上班')
    await page.getByText(/由周敏代班/).waitFor({ state: 'detached' })
  })
  await as('zhang', '/pages/home/index', async page => {
    await sees(page, /陈志强 · 网格员/)
    expect(await page.getByText(/周敏/).count()).toBe(0)
  })
})
