import type { FigureFlag } from '../../contract/import'
import type { AreaNode } from '../../domain/area/area'
import { figureFlags } from '../../domain/area/figureFlags'
import { briefOf, type Street } from '../../domain/area/street'

/** More than this nobody goes after in one day; the rest comes when these are mended. */
const shown = 20

/**
 * The figures in force of an area and everything below it that have to be looked at, at `now` (ms): how many, and the first
 * of them. Areas are in memory: it costs no reading.
 */
export const flaggedFigures = (
  street: Street,
  { _id }: AreaNode,
  now: number,
): { count: number; flags: FigureFlag[] } => {
  const all = [...street.areas()]
    .filter(({ path }) => path.includes(_id))
    .flatMap(area =>
      figureFlags(area, street.kinds, now).flatMap((flag): FigureFlag[] => {
        const dated = area[flag.figure]
        return dated ? [{ ...flag, ...dated, area: briefOf(area) }] : []
      }),
    )
  const rank = ({ why }: FigureFlag) => (why === 'stale' ? 1 : 0)
  return {
    count: all.length,
    flags: all.sort((a, b) => rank(a) - rank(b) || a.asOf - b.asOf).slice(0, shown),
  }
}
