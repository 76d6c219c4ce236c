import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openidOf } from '../tests/cloud/exampleStreet'
import { tokenFor } from '../tests/support/localCloud'
import { measureFirstScreen } from '../tests/support/weapp/measureFirstScreen'
import { appJson, builtFiles, builtWeapp } from '../tests/support/weapp/paths'
import type { Figure } from './figure'
import { fullHome } from './fullHome'

/** Bytes of the mini program's main package, and what its first screen sends to the view. */
export const measureWeapp = async (): Promise<Figure[]> => {
  const others = (appJson().subPackages ?? []).map(({ root }) => `${root}/`)
  const bytes = builtFiles()
    .filter(file => !others.some(root => file.startsWith(root)))
    .reduce((sum, file) => sum + statSync(join(builtWeapp, file)).size, 0)
  const street = await fullHome()
  const first = await measureFirstScreen(await tokenFor(street.env, openidOf('zhang')), '陈志强')
  return [
    { name: 'weapp.main.bytes', value: bytes, unit: 'B', bar: 600 * 1024 },
    { name: 'weapp.first.setdata.calls', value: first.calls, unit: 'calls', bar: 2 },
    { name: 'weapp.first.setdata.bytes', value: first.bytes, unit: 'B', bar: 12_000 },
  ]
}
