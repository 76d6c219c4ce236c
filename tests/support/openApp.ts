import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { phone } from './chromium'
import { cloudUrl } from './localCloud'

export interface OpenApp {
  context: BrowserContext
  page: Page
  /** Addresses asked for on other hosts; must stay empty. */
  foreign: string[]
  /** Exceptions and console errors of the page; must stay empty. */
  errors: string[]
}

/**
 * Opens the H5 app in a browser of phone size as somebody: `openApp(browser, token, '/pages/report/index')`.
 * Close `context` afterwards.
 */
export const openApp = async (
  browser: Browser,
  token: string,
  path = '/pages/home/index',
  options: BrowserContextOptions = {},
): Promise<OpenApp> => {
  const context = await browser.newContext({
    ...phone,
    ...options,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  const page = await context.newPage()
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', request => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== cloudUrl()) foreign.push(url.href)
  })
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(`${cloudUrl()}/app/#${path}`)
  return { context, page, foreign, errors }
}
