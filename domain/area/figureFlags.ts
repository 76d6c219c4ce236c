import type { FigureFlag } from '../../contract/import'
import { day } from '../time/china'
import type { AreaNode } from './area'
import { areaKind, type AreaKinds } from './areaKinds'

/** What there is to look at about one figure of an area, with the bound or the days it went beyond. */
export type Flag = Pick<FigureFlag, 'figure' | 'why' | 'limit'>

/**
 * Figures of an area at `now` (ms) that are out of the range of its kind, or too old to be believed (建邺: thirteen grids
 * looked over 1,500 people and only five were, since moved-out people were never removed).
 */
export const figureFlags = (
  area: Pick<AreaNode, 'kind' | 'population' | 'households'>,
  kinds: AreaKinds,
  now: number,
): Flag[] => {
  const { least = -Infinity, most = Infinity } = areaKind(kinds, area.kind)?.population ?? {}
  const count = area.population?.count
  const range: Flag[] = [
    ...(count !== undefined && count > most
      ? [{ figure: 'population' as const, why: 'high' as const, limit: most }]
      : []),
    ...(count !== undefined && count < least
      ? [{ figure: 'population' as const, why: 'low' as const, limit: least }]
      : []),
  ]
  const stale = (['population', 'households'] as const).flatMap((figure): Flag[] => {
    const asOf = area[figure]?.asOf
    const isStale = asOf !== undefined && now - asOf > kinds.staleAfterDays * day
    return isStale ? [{ figure, why: 'stale', limit: kinds.staleAfterDays }] : []
  })
  return [...range, ...stale]
}
