import { type ReactNode, useState } from 'react'
import { now } from '../../cloud/now'
import { agreeToPlace, placeConsent } from '../../household/consent'
import { PlaceConsent } from './PlaceConsent'

/**
 * Whether the person's place may be used: asked in plain words the first time, and a yes is remembered. `sheet` is what to
 * show while they are asked.
 */
export const useConsent = (): { ask: () => Promise<boolean>; sheet?: ReactNode } => {
  const [answer, setAnswer] = useState<(agreed: boolean) => void>()
  const ask = async () => {
    if (placeConsent() !== undefined) return true
    const agreed = await new Promise<boolean>(resolve => setAnswer(() => resolve))
    setAnswer(undefined)
    if (agreed) agreeToPlace(now())
    return agreed
  }
  return { ask, ...(answer && { sheet: <PlaceConsent onAnswer={answer} /> }) }
}
