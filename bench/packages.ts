import { statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openStreet } from '../tests/cloud/openStreet'
import { openidOf } from '../tests/cloud/exampleStreet'
import { launchChromium, phone } from '../tests/support/chromium'
import { cloudUrl, tokenFor } from '../tests/support/localCloud'
import { measureFirstScreen } from '../tests/support/weapp/measureFirstScreen'
import { appJson, builtFiles, builtWeapp } from '../tests/support/weapp/paths'
import type { Figure } from './figure'

/** Bytes of the mini program's main package, and what its first screen sends to the view. */
export const measureWeapp = async (): Promise<Figure[]> => {
  const own = (appJson().subPackages ?? []).map(({ root }) => `${root}/`)
  const bytes = builtFiles()
    .filter(file => !own.some(root => file.startsWith(root)))
    .reduce((sum, file) => sum + statSync(join(builtWeapp, file)).size, 0)
  const street = await openStreet()
  const first = await measureFirstScreen(await tokenFor(street.env, openidOf('zhang')), '陈志强')
  return [
    { name: 'weapp.main.bytes', value: bytes, unit: 'B', bar: 600 * 1024 },
    { name: 'weapp.first.setdata.calls', value: first.calls, unit: 'calls', bar: 2 },
    { name: 'weapp.first.setdata.bytes', value: first.bytes, unit: 'B', bar: 12_000 },
  ]
}

/** What a browser loads for the first screen, gzipped, and how many of its requests go to another host. */
export const measureH5 = async (): Promise<Figure[]> => {
  const street = await openStreet()
  const token = await tokenFor(street.env, openidOf('zhang'))
  const browser = await launchChromium()
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
  page.on('response', response => bodies.push(response.body().catch(() => Buffer.alloc(0))))
  await page.goto(`${cloudUrl()}/app/`)
  await page.getByText('陈志强').first().waitFor()
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
  await browser.close()
  return [
    { name: 'h5.first.gz.bytes', value: bytes, unit: 'B', bar: 220 * 1024 },
    { name: 'h5.first.foreign', value: foreign, unit: 'requests', bar: 0 },
  ]
}
