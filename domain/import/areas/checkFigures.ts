import type { FaultCode } from '../faults'
import type { AreaKinds } from '../../area/areaKinds'
import { type Flag, figureFlags } from '../../area/figureFlags'
import { dayKey } from '../../time/china'
import type { AreaDraft } from './readAreaRow'

const faultOf = { high: 'populationHigh', low: 'populationLow', stale: 'stale' } as const satisfies Record<
  Flag['why'],
  FaultCode
>

/** Populations out of the range of their kind, and figures too old to be believed. */
export const checkFigures = (drafts: readonly AreaDraft[], kinds: AreaKinds, now: number): void => {
  for (const { cells, spec, area } of drafts) {
    for (const { figure, why, limit } of figureFlags(area, kinds, now)) {
      const value = why === 'stale' ? dayKey(area[figure]?.asOf ?? 0) : (area[figure]?.count ?? 0)
      cells.fault(faultOf[why], figure, { value, kind: spec.words, most: limit, least: limit, days: limit })
    }
  }
}
