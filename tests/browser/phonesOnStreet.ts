import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type Name, openidOf } from '../cloud/exampleStreet'
import { openStreet, type OpenStreet } from '../cloud/openStreet'
import { launchChromium } from '../support/chromium'
import { tokenFor } from '../support/localCloud'
import { openApp, type OpenApp } from '../support/openApp'

/**
 * A browser and the example street for the tests of a file, in which people open the app. A page that asked another host
 * for something or threw fails the test that opened it. `patience`: how long a page may take for a step, ms.
 */
export const phonesOnStreet = (patience = 10_000) => {
  let browser: Browser
  let street: OpenStreet
  const opened: OpenApp[] = []

  beforeAll(async () => {
    browser = await launchChromium()
    street = await openStreet()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    for (const { context, foreign, errors } of opened.splice(0)) {
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
      await context.close()
    }
  })

  /** Opens the app with a token of the local cloud. */
  const open = async (token: string, path?: string, options?: BrowserContextOptions): Promise<Page> => {
    const app = await openApp(browser, token, path, options)
    app.page.setDefaultTimeout(patience)
    opened.push(app)
    return app.page
  }
  return {
    /** The street of this file; there once its tests run. */
    street: (): OpenStreet => street,
    open,
    /** Opens the app as one of the example street. */
    openAs: async (name: Name, path?: string, options?: BrowserContextOptions): Promise<Page> =>
      open(await tokenFor(street.env, openidOf(name)), path, options),
  }
}
