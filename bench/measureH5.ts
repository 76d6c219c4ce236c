import { gzipSync } from 'node:zlib'
import { openidOf } from '../tests/cloud/exampleStreet'
import { launchChromium, phone } from '../tests/support/chromium'
import { cloudUrl, tokenFor } from '../tests/support/localCloud'
import type { Figure } from './figure'
import { fullHome } from './fullHome'

/** What a browser loads for the first screen, gzipped, and how many of its requests go to another host. */
export const measureH5 = async (): Promise<Figure[]> => {
  const street = await fullHome()
  const token = await tokenFor(street.env, openidOf('zhang'))
  const browser = await launchChromium()
  try {
    const context = await browser.newContext({
      ...phone,
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    })
    const page = await context.newPage()
    const bodies: Promise<Buffer>[] = []
    let foreign = 0
    page.on('request', request => {
      const { origin, protocol } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== cloudUrl()) foreign++
    })
    // A redirect has no body to read.
    page.on('response', response => bodies.push(response.body().catch(() => Buffer.alloc(0))))
    await page.goto(`${cloudUrl()}/app/`)
    await page.getByText('陈志强').first().waitFor()
    await page.waitForLoadState('networkidle')
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
    return [
      { name: 'h5.first.gz.bytes', value: bytes, unit: 'B', bar: 220 * 1024 },
      { name: 'h5.first.foreign', value: foreign, unit: 'requests', bar: 0 },
    ]
  } finally {
    await browser.close()
  }
}
