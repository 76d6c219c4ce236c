import gcoord from 'gcoord'
import type { Place } from '../../../contract/place'
import { pickOnOurMap } from './pickOnOurMap'

/** How long the browser may look for the place, ms. */
const patience = 10_000

/**
 * Where the person is, from the browser (GCJ-02). `refused`: the location is not to be had, because they or their system
 * said no, or it cannot be found.
 */
export const myPlace = (): Promise<Place | 'refused' | undefined> =>
  new Promise(resolve => {
    if (!navigator.geolocation) return resolve('refused')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // Browsers say WGS-84; grids and maps in China are drawn in GCJ-02.
        const [lng, lat] = gcoord.transform(
          [coords.longitude, coords.latitude],
          gcoord.WGS84,
          gcoord.GCJ02,
        ) as [number, number]
        resolve({ point: { lng, lat } })
      },
      () => resolve('refused'),
      { timeout: patience, maximumAge: 60_000 },
    )
  })

/** Lets the person pick where something is, on our map or from the list; that needs no location and so asks for none. */
export const choosePlace = (
  near: string | undefined,
  _agree: () => Promise<boolean>,
): Promise<Place | undefined> => pickOnOurMap('report', near)
