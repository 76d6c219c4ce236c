import { letterOf, type TierPreset } from '../triage/tierPreset'
import type { Side } from './reader'
import type { Request } from './request'

/** What its way of handling is called for one side. */
export const labelOf = (request: Pick<Request, 'tier' | 'triage'>, side: Side, preset: TierPreset) => {
  const letter = letterOf(request, preset)
  return { words: letter[side], urgent: letter.urgent }
}
