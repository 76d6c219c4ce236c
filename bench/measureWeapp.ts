import { openidOf } from '../tests/cloud/exampleStreet'
import { tokenFor } from '../tests/support/localCloud'
import { mainPackageBytes } from '../tests/support/weapp/mainPackageBytes'
import { measureFirstScreen } from '../tests/support/weapp/measureFirstScreen'
import type { Figure } from './figure'
import { fullHome } from './fullHome'

/** Bytes of the mini program's main package, and what its first screen sends to the view. */
export const measureWeapp = async (): Promise<Figure[]> => {
  const street = await fullHome()
  const first = await measureFirstScreen(await tokenFor(street.env, openidOf('zhang')), '陈志强')
  return [
    { name: 'weapp.main.bytes', value: mainPackageBytes(), unit: 'B', bar: 600 * 1024 },
    { name: 'weapp.first.setdata.calls', value: first.calls, unit: 'calls', bar: 2 },
    { name: 'weapp.first.setdata.bytes', value: first.bytes, unit: 'B', bar: 12_000 },
  ]
}
