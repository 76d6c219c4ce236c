import type { AreaKinds } from '../../area/areaKinds'
import { day, dayKey } from '../../time/china'
import type { AreaDraft } from './readAreaRow'

/** Populations out of the range of their kind, and figures too old to be believed (建邺: moved-out people were never removed). */
export const checkFigures = (
  drafts: readonly AreaDraft[],
  { staleAfterDays }: AreaKinds,
  now: number,
): void => {
  for (const { cells, spec, area } of drafts) {
    const { least, most } = spec.population ?? {}
    const count = area.population?.count
    if (count !== undefined && most !== undefined && count > most) {
      cells.fault('populationHigh', 'population', { value: count, kind: spec.words, most })
    }
    if (count !== undefined && least !== undefined && count < least) {
      cells.fault('populationLow', 'population', { value: count, kind: spec.words, least })
    }
    for (const key of ['population', 'households'] as const) {
      const asOf = area[key]?.asOf
      if (asOf !== undefined && now - asOf > staleAfterDays * day) {
        cells.fault('stale', key, { value: dayKey(asOf), days: staleAfterDays })
      }
    }
  }
}
