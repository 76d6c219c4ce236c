import type { ReactNode } from 'react'
import type { Place } from '../../../contract/place'
import { myPlace } from '../../platform/place'
import { useConsent } from './useConsent'

/**
 * Where the person is, once they have agreed. `refused` when it is not to be had, for whatever reason; nothing when they
 * thought better of it. `sheet` is what to show while they are asked.
 */
export const useMyPlace = (): { ask: () => Promise<Place | 'refused' | undefined>; sheet?: ReactNode } => {
  const { ask, sheet } = useConsent()
  return { ask: async () => ((await ask()) ? myPlace() : 'refused'), ...(sheet !== undefined && { sheet }) }
}
